using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

public sealed class ShapeTests
{
    [Fact]
    public void Names_are_shown_and_do_not_count_in_comparison()
    {
        Shape named = new(("batch", 64), ("in", 784));
        Assert.Equal("(batch 64, in 784)", named.ToString());
        Assert.Equal("(64, 784)", new Shape(64, 784).ToString());
        Assert.True(named == new Shape(64, 784));
        Assert.Equal(named.GetHashCode(), new Shape(64, 784).GetHashCode());
        Assert.True(named != new Shape(784, 64));
        Assert.False(named == null);
    }

    [Fact]
    public void No_axis_is_the_shape_of_one_number()
    {
        Shape shape = Tensor.Scalar(1).Shape;
        Assert.Equal((0, 1, "()"), (shape.Rank, shape.ElementCount, shape.ToString()));
    }

    [Fact]
    public void Axes_are_changed_removed_and_added()
    {
        Shape shape = new(("batch", 2), ("in", 3));
        Assert.Equal("(batch 2, in 5)", shape.With(1, 5).ToString());
        Assert.Equal("(in 3)", shape.Without(0).ToString());
        Assert.Equal("(run 4, batch 2, in 3)", shape.WithFirst("run", 4).ToString());
        Assert.Equal("(rows 2, columns 3)", shape.Named("rows", "columns").ToString());
        Assert.Equal(3, shape[^1]);
        Assert.Equal([2, 3], shape);
    }

    [Fact]
    public void A_shape_with_an_empty_axis_has_no_elements_however_large_the_others()
    {
        Assert.Equal(0, new Shape(0, int.MaxValue, int.MaxValue).ElementCount);
        Assert.Equal(0, new Shape(int.MaxValue, int.MaxValue, 0).ElementCount);
    }

    [Fact]
    public void Impossible_sizes_and_axes_are_refused()
    {
        Assert.Contains("-1", Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(2, -1)).Message);
        Assert.Contains("too large", Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(100_000, 100_000)).Message);
        Assert.Contains("too large: at most 2147483591 fit", Assert.Throws<ArgumentOutOfRangeException>(() => new Tensor(int.MaxValue)).Message);
        Assert.Contains("too large", Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(int.MaxValue, int.MaxValue, int.MaxValue, 4)).Message);
        Assert.Contains("0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(2, 3)[2]).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(2, 3).NameOf(-1));
        Assert.Throws<ArgumentException>(() => new Shape(2, 3).Named("one"));
    }
}
