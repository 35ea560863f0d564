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
    public void A_vector_is_no_picture() =>
        Assert.Contains("Reshape", Assert.Throws<ArgumentException>(() => Pictures.Shift(new float[] { 1, 2 }, 1, 1)).Message, StringComparison.Ordinal);
}
