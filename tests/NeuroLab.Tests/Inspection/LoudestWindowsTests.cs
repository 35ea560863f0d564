using MathNet.Numerics.Random;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Inspection;

public sealed class LoudestWindowsTests
{
    private readonly MersenneTwister random = new(1);

    [Fact]
    public void The_window_that_equals_the_kernel_is_found()
    {
        Conv2d layer = new(1, 1, 2, random, bias: false);
        layer.Weight.Value.CopyFrom(new Tensor(layer.Weight.Shape, [1, -1, -1, 1]));
        Tensor picture = new Tensor(new Shape(1, 1, 3, 4), [0, 0, 0, 0, 0, 5, 1, 0, 0, 1, 4, 0]);
        Assert.Equal([5, 1, 1, 4], LoudestWindows.Of(layer, picture, count: 1).ToArray());
    }

    [Fact]
    public void The_loudest_are_averaged_for_each_kernel()
    {
        Conv2d layer = new(1, 2, 1, random, bias: false);
        layer.Weight.Value.CopyFrom(new Tensor(layer.Weight.Shape, [1, -1]));
        Tensor pictures = new(new Shape(2, 1, 1, 2), [1, 8, 6, 3]);
        Assert.Equal([7, 2], LoudestWindows.Of(layer, pictures, count: 2).ToArray());
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(2, 2, 2)]
    public void With_all_windows_of_one_answer_it_is_that_window_whatever_stride_padding_and_dilation(int stride, int padding, int dilation)
    {
        Conv2d layer = new(2, 3, 3, random, stride, padding, dilation);
        Tensor picture = Uniform(1, 2, 7, 7);
        Tensor answers = layer.Forward(picture), found = LoudestWindows.Of(layer, picture, count: 1);
        for (int kernel = 0; kernel < 3; kernel++)
        {
            float again = (found.Rows(kernel) * layer.Weight.Value.Rows(kernel)).Sum() + layer.Bias!.Value[kernel];
            Assert.Contains(Enumerable.Range(0, answers.Shape[2] * answers.Shape[3]), i =>
                Math.Abs(answers[0, kernel, i / answers.Shape[3], i % answers.Shape[3]] - again) < 1e-4);
        }
    }

    [Fact]
    public void Windows_in_the_padding_do_not_count()
    {
        Conv2d layer = new(1, 1, 3, random, padding: 1);
        Assert.Equal(Tensor.Ones(1, 1, 3, 3).ToArray(), LoudestWindows.Of(layer, Tensor.Ones(1, 1, 3, 3), count: 1).ToArray());
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => LoudestWindows.Of(layer, Tensor.Ones(1, 1, 3, 3), count: 2)).Message;
        Assert.Contains("has only 1", message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => LoudestWindows.Of(layer, Tensor.Ones(3, 3)));
    }

    [Fact]
    public void A_deeper_layer_gives_its_loudest_windows_one_by_one()
    {
        Conv2d first = new(1, 1, 2, random, padding: 1, bias: false), second = new(1, 2, 1, random, bias: false);
        first.Weight.Value.CopyFrom(new Tensor(first.Weight.Shape, [1, 1, 1, 1]));
        second.Weight.Value.CopyFrom(new Tensor(second.Weight.Shape, [1, -1]));
        Tensor pictures = new(new Shape(2, 1, 2, 2), [1, 2, 3, 4, 9, 0, 0, -1]);
        Tensor found = LoudestWindows.Through([first, new MaxPool2d(1), second], pictures, count: 2);

        Assert.Equal(new Shape(4, 1, 2, 2), found.Shape);
        Assert.Equal([1, 2, 3, 4], found.Rows(0).ToArray());
        Assert.Equal([0, 0, 0, 9], found.Rows(1).ToArray());
        // The first of three places that are as loud.
        Assert.Equal([0, 0, -1, 0], found.Rows(2).ToArray());
        Assert.Equal([0, 0, 0, 1], found.Rows(3).ToArray());
        Assert.Contains("only 2 pictures", Assert.Throws<ArgumentOutOfRangeException>(() => LoudestWindows.Through([first], pictures, 3)).Message, StringComparison.Ordinal);
    }

    private Tensor Uniform(params int[] sizes)
    {
        Tensor tensor = new(sizes);
        for (int i = 0; i < tensor.Length; i++)
            tensor.Values[i] = random.NextSingle();
        return tensor;
    }
}
