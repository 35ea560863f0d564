using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

public sealed class TensorPartsTests
{
    private static readonly Tensor Matrix = new float[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } };

    [Fact]
    public void A_slice_cuts_one_axis()
    {
        Assert.Equal([4, 5, 6, 7, 8, 9], Matrix.Slice(0, 1..).ToArray());
        Assert.Equal([2, 5, 8], Matrix.Slice(1, 1..2).ToArray());
        Assert.Equal([3, 6, 9], Matrix.Slice(-1, ^1..).ToArray());
        Assert.Equal(new Shape(3, 0), Matrix.Slice(1, 1..1).Shape);
    }

    [Fact]
    public void Rows_and_columns_are_vectors()
    {
        Assert.Equal([4, 5, 6], Matrix.Row(1).ToArray());
        Assert.Equal([2, 5, 8], Matrix.Column(1).ToArray());
        Assert.Equal(1, Matrix.Row(1).Rank);
    }

    [Fact]
    public void A_column_takes_the_memory_of_a_column()
    {
        Tensor wide = new(new Shape(("batch", 300), ("in", 300)));
        wide[7, 299] = 5;
        _ = wide.Column(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tensor last = wide.Column(299);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 300);
        Assert.Equal(5, last[7]);
        Assert.Equal("(batch 300)", last.Shape.ToString());
    }

    [Fact]
    public void Rows_are_gathered_in_the_order_asked_for()
    {
        Assert.Equal([7, 8, 9, 1, 2, 3, 7, 8, 9], Matrix.Rows(2, 0, 2).ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], Matrix.Rows(..2).ToArray());
    }

    [Fact]
    public void A_part_is_a_copy()
    {
        Tensor whole = Matrix.Clone();
        whole.Row(0)[0] = 100;
        Assert.Equal(1, whole[0, 0]);
    }

    [Fact]
    public void Stacking_undoes_taking_rows()
    {
        Tensor stacked = Tensor.Stack(Matrix.Row(0), Matrix.Row(1), Matrix.Row(2));
        Assert.Equal(Matrix.Shape, stacked.Shape);
        Assert.Equal(Matrix.ToArray(), stacked.ToArray());
    }

    [Fact]
    public void Places_outside_are_refused()
    {
        Assert.Contains("rows 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Row(3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Rows(-1));
        Assert.Contains("columns 0 to 2, but column 3", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Column(3)).Message);
        Assert.Contains("Only a matrix has columns", Assert.Throws<ShapeException>(() => Matrix.Row(0).Column(0)).Message);
        Assert.Contains("no range 2..5", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Slice(1, 2..5)).Message);
        Assert.Throws<ShapeException>(() => Tensor.Stack(Matrix, Matrix.Row(0)));
        Assert.Throws<ArgumentException>(() => Tensor.Stack());
    }
}
