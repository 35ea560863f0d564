using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

/// <summary>What a layer says to an input or a setting it can't take: what was expected, what was given, what to do.</summary>
public sealed class LayerMistakeTests
{
    private static readonly Random Random = new MersenneTwister(1);

    private static readonly Dictionary<string, (Layer Layer, int[] Input, string[] Says)> WrongInputs = new()
    {
        ["Linear: too many features"] = (new Linear(4, 3, Random), [2, 5], ["Linear(4, 3)", "(batch, in 4)", "(2, 5)", "Linear(5, 3)"]),
        ["Linear: pictures"] = (new Linear(12, 3, Random), [2, 3, 2, 2], ["(2, 3, 2, 2)", "Flatten"]),
        ["Linear: one sample"] = (new Linear(4, 3, Random), [4], ["batch of 1", "Reshape"]),
        ["Linear: transposed"] = (new Linear(4, 3, Random), [4, 9], ["batch comes first"]),
        ["Linear: one number"] = (new Linear(4, 3, Random), [], ["(batch, in 4)", "()"]),
        ["Linear: another cube"] = (new Linear(4, 3, Random), [2, 3, 4], ["one row of 4 numbers"]),
        ["Conv2d: rows"] = (new Conv2d(1, 8, 3, Random), [2, 64], ["Conv2d(1, 8, 3)", "(batch, channels 1, height, width)", "(2, 64)", "Reshape(-1, 1, height, width)"]),
        ["Conv2d: no channel axis"] = (new Conv2d(1, 8, 3, Random), [2, 8, 8], ["batch of 1", "Reshape(2, 1, 8, 8)"]),
        ["Conv2d: other channels"] = (new Conv2d(3, 8, 3, Random), [2, 1, 8, 8], ["channels 3", "Give the layer 1 input channels"]),
        ["Conv2d: channels last"] = (new Conv2d(3, 8, 3, Random), [2, 8, 8, 3], ["channels came last", "Transpose"]),
        ["Conv2d: five axes"] = (new Conv2d(3, 8, 3, Random), [2, 3, 8, 8, 8], ["(2, 3, 8, 8, 8)"]),
        ["Conv2d: kernel too high"] = (new Conv2d(1, 1, 5, Random), [1, 1, 3, 9], ["height of 5", "height 3", "padding: 1 or more"]),
        ["Conv2d: kernel too wide with padding"] = (new Conv2d(1, 1, (1, 9), Random, padding: 1), [1, 1, 9, 3], ["width of 9", "width 5", "3 and 1 of padding", "padding: 3 or more"]),
        ["Conv2d: dilation too wide"] = (new Conv2d(1, 1, 3, Random, dilation: 4), [1, 1, 8, 8], ["height of 9", "kernel 3, dilation 4"]),
        ["Conv2d: empty picture"] = (new Conv2d(1, 1, 3, Random), [1, 1, 0, 0], ["have no pixels"]),
        ["ConvTranspose2d: rows"] = (new ConvTranspose2d(1, 8, 3, Random), [2, 64], ["ConvTranspose2d(1, 8, 3)", "(batch, channels 1, height, width)", "Reshape(-1, 1, height, width)"]),
        ["ConvTranspose2d: other channels"] = (new ConvTranspose2d(3, 8, 3, Random), [2, 1, 8, 8], ["channels 3", "Give the layer 1 input channels"]),
        ["ConvTranspose2d: no pixels"] = (new ConvTranspose2d(1, 1, 3, Random), [1, 1, 0, 4], ["have no pixels"]),
        ["ConvTranspose2d: nothing is left"] = (new ConvTranspose2d(1, 1, (3, 1), Random, stride: 2, padding: (0, 2)), [1, 1, 2, 2], ["width of 3", "padding of 2 away", "nothing is left", "padding 1 or less"]),
        ["MaxPool2d: rows"] = (new MaxPool2d(2), [2, 64], ["MaxPool2d(2)", "(batch, channels, height, width)"]),
        ["MaxPool2d: kernel too large"] = (new MaxPool2d(4), [1, 1, 3, 3], ["height of 4", "shrink the picture less"]),
        ["AvgPool2d: kernel too large"] = (new AvgPool2d((1, 4)), [1, 1, 3, 3], ["AvgPool2d((1, 4))", "width of 4"]),
        ["Flatten: no batch"] = (new Flatten(), [8], ["Flatten()", "(8)", "Reshape(1, -1)"]),
        ["BatchNorm1d: features"] = (new BatchNorm1d(4), [8, 5], ["BatchNorm1d(4)", "(batch, 4)", "BatchNorm1d(5)"]),
        ["BatchNorm1d: pictures"] = (new BatchNorm1d(4), [8, 4, 2, 2], ["BatchNorm2d"]),
        ["BatchNorm1d: a batch of one"] = (new BatchNorm1d(4), [1, 4], ["at least two numbers a channel", "Eval()"]),
        ["BatchNorm1d: an empty batch"] = (new BatchNorm1d(4), [0, 4], ["at least two numbers a channel"]),
        ["BatchNorm2d: channels"] = (new BatchNorm2d(4), [8, 3, 2, 2], ["channels 4", "BatchNorm2d(3)"]),
        ["BatchNorm2d: rows"] = (new BatchNorm2d(4), [8, 4], ["BatchNorm1d"]),
        ["LayerNorm: features"] = (new LayerNorm(6), [8, 5], ["LayerNorm(features 6)", "(8, 5)"]),
        ["LayerNorm: no batch"] = (new LayerNorm(6), [6], ["first axis is the batch"]),
        ["RNN: rows"] = (new RNN(1, 4, Random), [8, 5], ["(batch, time, in 1)", "x.Reshape(8, 5, 1)"]),
        ["RNN: inputs"] = (new RNN(3, 4, Random), [8, 5, 2], ["in 3", "(8, 5, 2)"]),
        ["RNN: no steps"] = (new RNN(3, 4, Random), [8, 0, 3], ["at least one step"]),
        ["LSTM: rows"] = (new LSTM(1, 4, Random), [8, 5], ["LSTM(1, 4)", "(batch, time, in 1)", "x.Reshape(8, 5, 1)"]),
        ["GRU: no steps"] = (new GRU(3, 4, Random), [8, 0, 3], ["GRU(3, 4)", "at least one step"]),
        ["LastStep: rows"] = (new LastStep(), [8, 5], ["(batch, time, features)"]),
        ["LastStep: no steps"] = (new LastStep(), [8, 0, 5], ["at least one step"]),
        ["Softmax: one number"] = (new Softmax(), [], ["last axis"]),
        ["LogSoftmax: no classes"] = (new LogSoftmax(), [3, 0], ["last axis"]),
        ["Residual: another shape"] = (new Residual(new Linear(4, 3, Random)), [2, 4], ["Residual(Linear(4, 3))", "keep the shape", "(2, 4)", "3)"]),
        ["In a model: the layer is named by its place"] = (new Sequential(new Linear(4, 3, Random), new ReLU(), new Linear(4, 2, Random)), [2, 4], ["layer 2, Linear(4, 2)", "out 3"]),
    };

    public static TheoryData<string> Names => new(WrongInputs.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_input_is_refused_with_a_remedy(string name)
    {
        (Layer layer, int[] input, string[] says) = WrongInputs[name];
        string message = Assert.Throws<ShapeException>(() => layer.Forward(new Tensor(input))).Message;
        Assert.All(says, part => Assert.Contains(part, message));
    }

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(0, 3, Random));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(3, -1, Random));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2d(0, 1, 3, Random));
        Assert.Contains("kernel size", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2d(1, 1, 0, Random)).Message);
        Assert.Contains("stride", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2d(1, 1, 3, Random, stride: (1, 0))).Message);
        Assert.Contains("padding", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2d(1, 1, 3, Random, padding: -1)).Message);
        Assert.Contains("dilation", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2d(1, 1, 3, Random, dilation: 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvTranspose2d(1, 0, 3, Random));
        Assert.Contains("stride, 2", Assert.Throws<ArgumentOutOfRangeException>(() => new ConvTranspose2d(1, 1, 3, Random, stride: 2, outputPadding: 2)).Message);
        Assert.Contains("-1", Assert.Throws<ArgumentOutOfRangeException>(() => new ConvTranspose2d(1, 1, 3, Random, stride: 2, outputPadding: (0, -1))).Message);
        Assert.Contains("half its kernel", Assert.Throws<ArgumentOutOfRangeException>(() => new MaxPool2d(2, padding: 2)).Message);
        Assert.Contains("0.5", Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(1, Random)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(float.NaN, Random));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchNorm1d(0));
        Assert.Contains("running averages", Assert.Throws<ArgumentOutOfRangeException>(() => new BatchNorm2d(3, momentum: 1.5f)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LayerNorm(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RNN(1, 0, Random));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GRU(0, 1, Random));
    }

    [Fact]
    public void Word_numbers_that_the_table_lacks_and_heads_that_share_unevenly_are_refused()
    {
        Embedding table = new(5, 2, Random);
        Assert.Equal(new Shape(0, 3, 2), table.Forward(new Tensor(0, 3)).Shape);
        foreach (float word in new[] { -1, 5, 0.5f, float.NaN })
            Assert.Contains("0 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => table.Forward(new float[] { 0, word })).Message);
        foreach (int word in new[] { -1, 5 })
        {
            Assert.Contains($"Embedding(5, 2) was given {word} at place 1", Assert.Throws<ArgumentOutOfRangeException>(() => table.Forward([0, word])).Message);
            Assert.Contains($"was given {word} at place 3", Assert.Throws<ArgumentOutOfRangeException>(() => table.Forward(new[,] { { 0, 1 }, { 2, word } })).Message);
        }
        Assert.Contains("divisor", Assert.Throws<ArgumentException>(() => new MultiheadAttention(6, 4, Random)).Message);
        Assert.Contains("divisor", Assert.Throws<ArgumentException>(() => new GroupNorm(4, 6)).Message);
        Assert.Contains("other time", Assert.Throws<ShapeException>(() => Attention.ScaledDotProduct(new Tensor(3), new Tensor(3), new Tensor(3))).Message);
    }

    [Fact]
    public void A_gradient_of_another_shape_is_refused()
    {
        Tensor y = new Linear(4, 3, Random).Forward(new Tensor(2, 4));
        Assert.Contains("(2, 4)", Assert.Throws<ShapeException>(() => y.Backward(new Tensor(2, 4))).Message);
    }

    [Fact]
    public void A_forward_pass_that_failed_leaves_the_layer_usable()
    {
        Sequential model = new(new Linear(4, 3, Random), new ReLU());
        Assert.Throws<ShapeException>(() => model.Forward(new Tensor(2, 5)));
        Assert.Equal(new Shape(2, 3), model.Forward(new Tensor(2, 4)).Shape);
    }
}
