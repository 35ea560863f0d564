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
    public void A_vector_is_no_picture() =>
        Assert.All([() => Pictures.Shift(new float[] { 1, 2 }, 1, 1), () => Pictures.Pad(new float[] { 1, 2 }, 1)], (Func<Tensor> run) =>
            Assert.Contains("Reshape", Assert.Throws<ArgumentException>(run).Message, StringComparison.Ordinal));
}
