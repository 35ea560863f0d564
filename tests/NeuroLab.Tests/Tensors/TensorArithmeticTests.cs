using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

public sealed class TensorArithmeticTests
{
    private static readonly Tensor Matrix = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };

    [Fact]
    public void Operators_work_element_by_element()
    {
        Tensor other = new float[,] { { 2, 2, 2 }, { 4, 4, 4 } };
        Assert.Equal([3, 4, 5, 8, 9, 10], (Matrix + other).ToArray());
        Assert.Equal([-1, 0, 1, 0, 1, 2], (Matrix - other).ToArray());
        Assert.Equal([2, 4, 6, 16, 20, 24], (Matrix * other).ToArray());
        Assert.Equal([0.5f, 1, 1.5f, 1, 1.25f, 1.5f], (Matrix / other).ToArray());
        Assert.Equal([-1, -2, -3, -4, -5, -6], (-Matrix).ToArray());
    }

    [Fact]
    public void A_number_meets_every_element_from_either_side()
    {
        Tensor vector = new float[] { 1, 2, 4 };
        Assert.Equal([2, 3, 5], (vector + 1).ToArray());
        Assert.Equal([0, 1, 3], (vector - 1).ToArray());
        Assert.Equal([0, -1, -3], (1 - vector).ToArray());
        Assert.Equal([2, 4, 8], (2 * vector).ToArray());
        Assert.Equal([8, 4, 2], (8 / vector).ToArray());
        Assert.Equal([0.5f, 1, 2], (vector / 2).ToArray());
    }

    [Fact]
    public void The_named_forms_do_what_the_operators_do()
    {
        Assert.Equal((Matrix + Matrix).ToArray(), Tensor.Add(Matrix, Matrix).ToArray());
        Assert.Equal((Matrix - Matrix).ToArray(), Tensor.Subtract(Matrix, Matrix).ToArray());
        Assert.Equal((Matrix * Matrix).ToArray(), Tensor.Multiply(Matrix, Matrix).ToArray());
        Assert.Equal((Matrix / Matrix).ToArray(), Tensor.Divide(Matrix, Matrix).ToArray());
        Assert.Equal((-Matrix).ToArray(), Tensor.Negate(Matrix).ToArray());
    }

    [Fact]
    public void A_row_is_repeated_for_every_row_of_a_matrix() =>
        Assert.Equal([11, 22, 33, 14, 25, 36], (Matrix + new float[] { 10, 20, 30 }).ToArray());

    [Fact]
    public void A_column_is_repeated_for_every_column_of_a_matrix() =>
        Assert.Equal([11, 12, 13, 24, 25, 26], (Matrix + new float[,] { { 10 }, { 20 } }).ToArray());

    [Fact]
    public void A_column_and_a_row_make_a_matrix()
    {
        Tensor table = (Tensor)new float[,] { { 1 }, { 2 } } * new float[] { 1, 10, 100 };
        Assert.Equal(new Shape(2, 3), table.Shape);
        Assert.Equal([1, 10, 100, 2, 20, 200], table.ToArray());
    }

    [Fact]
    public void Middle_axes_are_stretched_too()
    {
        Tensor left = new(new Shape(2, 1, 2), [1, 2, 3, 4]);
        Tensor right = new(new Shape(3, 1), [10, 20, 30]);
        Tensor sum = left + right;
        Assert.Equal(new Shape(2, 3, 2), sum.Shape);
        Assert.Equal([11, 12, 21, 22, 31, 32, 13, 14, 23, 24, 33, 34], sum.ToArray());
    }

    [Fact]
    public void Axis_names_come_from_the_tensor_that_has_the_axis()
    {
        Tensor batch = new Tensor(4, 3).Named("batch", "in");
        Assert.Equal("(batch 4, in 3)", (batch + Tensor.Ones(3)).Shape.ToString());
        Assert.Equal("(batch 4, in 3)", (Tensor.Ones(1, 3) + batch).Shape.ToString());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_the_sizes_that_clash()
    {
        ShapeException error = Assert.Throws<ShapeException>(() => Matrix + Tensor.Ones(2));
        Assert.Contains("3 meets 2", error.Message);
        Assert.Contains("(2, 3)", error.Message);
    }

    [Fact]
    public void An_empty_tensor_stays_empty() => Assert.Equal(new Shape(0, 3), (new Tensor(0, 3) + Tensor.Ones(3)).Shape);

    [Fact]
    public void Apply_leaves_the_original_alone()
    {
        Tensor squares = Matrix.Apply(static x => x * x);
        Assert.Equal([1, 4, 9, 16, 25, 36], squares.ToArray());
        Assert.Equal(2, Matrix[0, 1]);
    }

    [Fact]
    public void AllClose_is_relative_for_large_numbers_and_absolute_for_small_ones()
    {
        Assert.True(((Tensor)new float[] { 1000 }).AllClose(new float[] { 1000.9f }, 1e-3f));
        Assert.False(((Tensor)new float[] { 0.1f }).AllClose(new float[] { 0.102f }, 1e-3f));
        Assert.False(((Tensor)new float[] { float.NaN }).AllClose(new float[] { float.NaN }));
        Assert.True(((Tensor)new float[] { float.PositiveInfinity }).AllClose(new float[] { float.PositiveInfinity }));
        Assert.Throws<ShapeException>(() => Matrix.AllClose(Tensor.Ones(3, 2)));
    }

    [Fact]
    public void MaxDifference_finds_the_worst_pair() =>
        Assert.Equal(3, Matrix.MaxDifference(Matrix + new float[,] { { 0, -3, 0 }, { 1, 2, 0 } }));
}
