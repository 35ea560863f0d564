using MathNet.Numerics.Random;
using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class PicturesTests
{
    private readonly Tensor picture = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };

    [Theory]
    [InlineData(0, 0, new float[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(0, 1, new float[] { 0, 1, 2, 0, 4, 5 })]
    [InlineData(0, -2, new float[] { 3, 0, 0, 6, 0, 0 })]
    [InlineData(1, 0, new float[] { 0, 0, 0, 1, 2, 3 })]
    [InlineData(-1, 1, new float[] { 0, 4, 5, 0, 0, 0 })]
    [InlineData(2, 0, new float[] { 0, 0, 0, 0, 0, 0 })]
    [InlineData(0, -7, new float[] { 0, 0, 0, 0, 0, 0 })]
    [InlineData(-9, 9, new float[] { 0, 0, 0, 0, 0, 0 })]
    public void A_picture_moves_and_zeros_come_in(int down, int right, float[] expected)
    {
        Assert.Equal(expected, Pictures.Shift(picture, down, right).ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], picture.ToArray());
    }

    [Fact]
    public void Nothing_moves_from_one_picture_of_a_batch_into_the_next()
    {
        Tensor batch = Tensor.Stack(picture, 10 * picture).Reshape(2, 1, 2, 3);
        Tensor moved = Pictures.Shift(batch, down: 1, right: -1);
        Assert.Equal(batch.Shape, moved.Shape);
        Assert.Equal([0, 0, 0, 2, 3, 0, 0, 0, 0, 20, 30, 0], moved.ToArray());
    }

    [Fact]
    public void A_margin_of_zeros_surrounds_each_picture()
    {
        Tensor batch = Tensor.Stack(picture, 10 * picture).Reshape(2, 1, 2, 3).Named("batch", "channel", "height", "width");
        Tensor padded = Pictures.Pad(batch, 1);
        Assert.Equal("(batch 2, channel 1, height 4, width 5)", padded.Shape.ToString());
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 4, 5, 6, 0, 0, 0, 0, 0, 0], padded.Rows(0).ToArray());
        Assert.Equal([10, 20, 30], padded.Rows(1).ToArray()[6..9]);
        Assert.Equal(picture.ToArray(), Pictures.Pad(picture, 0).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Pad(picture, -1));
        Assert.Contains("such as 4", Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Pad(picture, int.MaxValue)).Message, StringComparison.Ordinal);
        Assert.Equal(new float[6], Pictures.Shift(picture, int.MinValue, int.MaxValue).ToArray());
        Assert.Equal(new float[6], Pictures.Shift(picture, int.MaxValue, int.MinValue).ToArray());
    }

    [Fact]
    public void A_part_is_taken()
    {
        Assert.Equal([2, 3, 5, 6], Pictures.Crop(picture, 0, 1, 2).ToArray());
        Assert.Equal([4], Pictures.Crop(picture, 1, 0, 1).ToArray());
        Assert.Equal(picture.ToArray(), Pictures.Crop(picture, 0, 0, (2, 3)).ToArray());
        Assert.Equal(picture.ToArray(), Pictures.Crop(Pictures.Pad(picture, 3), 3, 3, (2, 3)).ToArray());
        Assert.Contains("Pad the pictures first", Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Crop(picture, 1, 0, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Crop(picture, -1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Crop(picture, int.MaxValue, 0, int.MaxValue));
    }

    [Fact]
    public void Flips_exchange_sides_and_two_of_them_nothing()
    {
        Assert.Equal([3, 2, 1, 6, 5, 4], Pictures.FlipHorizontally(picture).ToArray());
        Assert.Equal([4, 5, 6, 1, 2, 3], Pictures.FlipVertically(picture).ToArray());
        Tensor batch = FiniteDifferences.Distinct(new Shape(3, 2, 4, 5), new MersenneTwister(1));
        foreach (Func<Tensor, Tensor> flip in new Func<Tensor, Tensor>[] { Pictures.FlipHorizontally, Pictures.FlipVertically })
            Assert.Equal(batch.ToArray(), flip(flip(batch)).ToArray());
        Assert.Equal(Pictures.Rotate(batch, 180).ToArray(), Pictures.FlipHorizontally(Pictures.FlipVertically(batch)).ToArray());
    }

    [Fact]
    public void A_turn_is_against_the_clock_and_right_angles_are_exact()
    {
        Tensor square = new float[,] { { 1, 2 }, { 3, 4 } };
        Assert.Equal([2, 4, 1, 3], Pictures.Rotate(square, 90).ToArray());
        Assert.Equal([3, 1, 4, 2], Pictures.Rotate(square, -90).ToArray());
        Tensor batch = FiniteDifferences.Distinct(new Shape(3, 2, 5, 5), new MersenneTwister(1));
        Assert.Equal(batch.ToArray(), Pictures.Rotate(batch, 0).ToArray());
        Assert.Equal(batch.ToArray(), Pictures.Rotate(batch, -720).ToArray());
        Assert.Equal(batch.ToArray(), Pictures.Rotate(Pictures.Rotate(batch, 270), 90).ToArray());
    }

    [Fact]
    public void Between_pixels_a_turn_mixes_the_four_around()
    {
        // The middle of a cross stays; 45 degrees bring the corners to half way between two arms and the outside.
        Tensor turned = Pictures.Rotate(new float[,] { { 0, 8, 0 }, { 8, 8, 8 }, { 0, 8, 0 } }, 45);
        Assert.Equal(8, turned[1, 1]);
        float arm = MathF.Sqrt(0.5f), expected = 8 * (1 - arm * arm);
        Assert.Equal(expected, turned[0, 1], 1e-4f);
        Assert.Equal(turned[0, 1], turned[2, 1], 1e-5f);
        Assert.All(Pictures.Rotate(Tensor.Ones(7, 9), 33).ToArray(), value => Assert.InRange(value, 0, 1.000001f));
        Assert.Throws<ArgumentException>(() => Pictures.Rotate(picture, double.NaN));
    }

    [Fact]
    public void A_vector_is_no_picture() =>
        Assert.All([() => Pictures.Shift(new float[] { 1, 2 }, 1, 1), () => Pictures.Pad(new float[] { 1, 2 }, 1), () => Pictures.Rotate(new float[] { 1, 2 }, 1), () => Pictures.FlipVertically(new float[] { 1, 2 })], (Func<Tensor> run) =>
            Assert.Contains("Reshape", Assert.Throws<ArgumentException>(run).Message, StringComparison.Ordinal));
}
