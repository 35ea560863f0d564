using NeuroLab.Tensors;

namespace NeuroLab.Tests.Tensors;

public sealed class TensorReductionTests
{
    private static readonly Tensor Matrix = new Tensor(new Shape(2, 3), [1, 5, 3, 4, 2, 6]).Named("batch", "in");

    [Fact]
    public void Everything_reduces_to_one_number()
    {
        Assert.Equal(21, Matrix.Sum());
        Assert.Equal(3.5f, Matrix.Mean());
        Assert.Equal(6, Matrix.Max());
        Assert.Equal(1, Matrix.Min());
        Assert.Equal(5, Matrix.ArgMax());
        Assert.Equal(3.5f, Matrix.Variance());
        Assert.Equal(17.5f / 6, Matrix.Variance(unbiased: false), 1e-6);
        Assert.Equal(MathF.Sqrt(3.5f), Matrix.StandardDeviation());
        Assert.Equal(MathF.Sqrt(91), Matrix.Norm());
    }

    [Fact]
    public void One_axis_reduces_and_is_left_out()
    {
        Assert.Equal("(in 3)", Matrix.Sum(0).Shape.ToString());
        Assert.Equal([5, 7, 9], Matrix.Sum(0).ToArray());
        Assert.Equal([3, 4], Matrix.Mean(1).ToArray());
        Assert.Equal([5, 6], Matrix.Max(-1).ToArray());
        Assert.Equal([1, 2, 3], Matrix.Min(0).ToArray());
        Assert.Equal([1, 2], Matrix.ArgMax(1).ToArray());
        Assert.Equal([4, 4], Matrix.Variance(1).ToArray());
    }

    [Fact]
    public void A_kept_axis_has_size_one_and_broadcasts_back()
    {
        Tensor centred = Matrix - Matrix.Mean(1, keepAxis: true);
        Assert.Equal([-2, 2, 0, 0, -2, 2], centred.ToArray());
        Assert.Equal("(batch 2, in 1)", Matrix.Sum(1, keepAxis: true).Shape.ToString());
    }

    [Fact]
    public void A_middle_axis_reduces()
    {
        Tensor cube = new(new Shape(2, 2, 2), [1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal([4, 6, 12, 14], cube.Sum(1).ToArray());
    }

    [Fact]
    public void Sums_of_many_numbers_lose_nothing() =>
        Assert.Equal(1_000_000, Tensor.Full(new Shape(10_000_000), 0.1f).Sum(), 1f);

    [Fact]
    public void The_sum_of_nothing_is_zero_and_the_mean_of_nothing_an_error()
    {
        Assert.Equal(0, new Tensor(0).Sum());
        Assert.Equal([0, 0], new Tensor(2, 0).Sum(1).ToArray());
        Assert.Throws<InvalidOperationException>(() => new Tensor(0).Mean());
        Assert.Throws<InvalidOperationException>(() => new Tensor(2, 0).Max(1));
    }

    [Fact]
    public void An_axis_that_is_not_there_is_refused() =>
        Assert.Contains("0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Sum(2)).Message);
}
