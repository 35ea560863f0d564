using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

/// <summary>Every layer on empty and odd shapes: it computes, with the shapes it states, or says what it takes.</summary>
public sealed class EdgeShapeTests
{
    private static readonly Dictionary<string, Func<Random, Layer>> Layers = new()
    {
        ["Linear"] = r => new Linear(Size(r), Size(r), r, bias: r.Next(2) == 0),
        ["Conv2d"] = r => new Conv2d(Size(r), Size(r), (Size(r), Size(r)), r, Size(r), r.Next(4), Size(r)),
        ["ConvTranspose2d"] = r => new ConvTranspose2d(Size(r), Size(r), (Size(r), Size(r)), r, stride: 1 + r.Next(3), r.Next(4), outputPadding: r.Next(2), dilation: 2 + r.Next(2)),
        ["MaxPool2d"] = r => new MaxPool2d(Size(r), Size(r)),
        ["AvgPool2d"] = r => new AvgPool2d(2, Size(r), r.Next(2)),
        ["BatchNorm1d"] = r => new BatchNorm1d(Size(r)),
        ["BatchNorm2d"] = r => new BatchNorm2d(Size(r)),
        ["LayerNorm"] = r => new LayerNorm(Size(r)),
        ["RNN"] = r => new RNN(Size(r), Size(r), r),
        ["LSTM"] = r => new LSTM(Size(r), Size(r), r),
        ["GRU"] = r => new GRU(Size(r), Size(r), r),
        ["MultiheadAttention"] = r => new MultiheadAttention(Size(r), 1, r, causal: r.Next(2) == 0),
        ["GroupNorm"] = r => new GroupNorm(1, Size(r)),
        ["GlobalAveragePool2d"] = _ => new GlobalAveragePool2d(),
        ["LastStep"] = _ => new LastStep(),
        ["Flatten"] = _ => new Flatten(),
        ["Dropout"] = r => new Dropout(0.5f, r),
        ["ReLU"] = _ => new ReLU(),
        ["LeakyReLU"] = _ => new LeakyReLU(),
        ["ELU"] = _ => new ELU(),
        ["GELU"] = _ => new GELU(),
        ["Sigmoid"] = _ => new Sigmoid(),
        ["Tanh"] = _ => new Tanh(),
        ["Softmax"] = _ => new Softmax(),
        ["LogSoftmax"] = _ => new LogSoftmax(),
        ["Sequential"] = r => new Sequential(new Linear(Size(r), 2, r), new Sigmoid(), new Linear(2, Size(r), r)),
        ["Residual"] = _ => new Residual(new Tanh()),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_computes_or_says_what_it_takes(string name)
    {
        Prop.ForAll(Arb.From(Gen.Choose(1, 1_000_000)), seed =>
        {
            MersenneTwister random = new(seed);
            Layer layer = Layers[name](random);
            if (random.Next(2) == 0)
                layer.Eval();
            int[] sizes = [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(5))];
            Tensor x = new(sizes);
            foreach (ref float value in x.Values)
                value = (float)random.NextDouble();
            x.RequiresGrad = true;
            using StepScope? scope = random.Next(2) == 0 ? new StepMemory().Step() : null;
            Tensor y;
            try
            {
                y = layer.Forward(x);
            }
            catch (ShapeException error)
            {
                Assert.Contains("was given", error.Message, StringComparison.Ordinal);
                return;
            }
            Assert.Equal(layer.OutputShape(x.Shape), y.Shape);
            Assert.All(y.ToArray(), value => Assert.True(float.IsFinite(value)));
            y.Backward(Tensor.Full(y.Shape, 1));
            Assert.Equal(x.Shape, x.Gradient!.Shape);
            Assert.All(layer.Parameters, parameter => Assert.All(parameter.Gradient.ToArray(), value => Assert.True(float.IsFinite(value))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20260101, 7));
    }

    [Fact]
    public void Every_layer_of_the_library_is_checked()
    {
        IEnumerable<string> all = typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract).Select(type => type.Name);
        // Embedding takes word numbers, not numbers of any size: see LayerMistakeTests.
        Assert.Equal(["Embedding"], all.Except(Layers.Keys));
    }

    [Fact]
    public void Empty_batches_give_empty_results_as_in_PyTorch()
    {
        MersenneTwister random = new(1);
        Layer[] layers = [new ReLU(), new LeakyReLU(), new ELU(), new GELU(), new Sigmoid(), new Tanh(), new Softmax(), new LogSoftmax(), new Dropout(0.5f, random), new LayerNorm(4), new Linear(4, 4, random), new Residual(new Linear(4, 4, random))];
        foreach (Layer layer in layers)
        {
            (Tensor y, Tensor dx) = layer.Pass(new Tensor(0, 4), new Tensor(0, 4));
            Assert.Equal(new Shape(0, 4), y.Shape);
            Assert.Equal(new Shape(0, 4), dx.Shape);
        }
        foreach (Layer layer in new Layer[] { new MaxPool2d(2), new AvgPool2d(2), new Conv2d(3, 3, 2, random, stride: 2), new ConvTranspose2d(3, 3, 1, random, padding: 1) })
        {
            (Tensor y, Tensor dx) = layer.Pass(new Tensor(0, 3, 4, 4), new Tensor(0, 3, 2, 2));
            Assert.Equal(new Shape(0, 3, 2, 2), y.Shape);
            Assert.Equal(new Shape(0, 3, 4, 4), dx.Shape);
        }
    }

    public static TheoryData<Func<Layer>, string> Extremes => new()
    {
        { () => new Conv2d(1, 1, 3, new MersenneTwister(1), dilation: int.MaxValue), "a height of 4294967295 (kernel 3, dilation 2147483647) and doesn't fit" },
        { () => new Conv2d(1, 1, 3, new MersenneTwister(1), dilation: 1 << 30), "a height of 2147483649 (kernel 3, dilation 1073741824) and doesn't fit" },
        { () => new Conv2d(1, 1, 3, new MersenneTwister(1), padding: (1, int.MaxValue)), "7 high and 4294967299 wide, more than 268435456 places" },
        { () => new Conv2d(1, 1, 3, new MersenneTwister(1), padding: (int.MaxValue, 0), dilation: (int.MaxValue, 1)), "4294967299 high" },
        { () => new Conv2d(1, 1, 3, new MersenneTwister(1), padding: 20_000), "40005 high and 40005 wide" },
        { () => new Conv2d(1, 1, 3, new MersenneTwister(1), stride: int.MaxValue, padding: int.MaxValue), "4294967299 high" },
        { () => new ConvTranspose2d(1, 1, 3, new MersenneTwister(1), stride: int.MaxValue), "8589934591 high and 8589934591 wide, more than 268435456 places" },
        { () => new ConvTranspose2d(1, 1, 3, new MersenneTwister(1), padding: int.MaxValue), "of a height of 7 and takes a padding of 2147483647 away on each side, so nothing is left. Make the padding 3 or less" },
        { () => new MaxPool2d(int.MaxValue, padding: int.MaxValue / 2), "2147483651 high" },
        { () => new AvgPool2d((int.MaxValue, 1), padding: ((1 << 30) - 1, 0)), "2147483651 high and 5 wide" },
        { () => new AvgPool2d(100_000), "a height of 100000 and doesn't fit" },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Extreme_settings_are_refused_with_the_size_they_would_need(Func<Layer> make, string expected)
    {
        ArgumentNullException.ThrowIfNull(make);
        Layer layer = make();
        string message = Assert.Throws<ShapeException>(() => layer.Forward(new Tensor(1, 1, 5, 5))).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => layer.Forward(new Tensor(0, 1, 5, 5)));
    }

    [Fact]
    public void Extreme_settings_that_fit_compute_as_in_PyTorch()
    {
        Tensor picture = new(new Shape(1, 1, 2, 2), [1, 2, 3, 4]);
        Assert.Equal([4f], new MaxPool2d(2, stride: int.MaxValue).Forward(picture).ToArray());
        Conv2d wide = new(1, 1, 1, new MersenneTwister(1), stride: int.MaxValue, padding: 3, dilation: int.MaxValue, bias: false);
        Assert.Equal([0f], wide.Forward(picture).ToArray());
        Conv2d apart = new(1, 1, 1, new MersenneTwister(1), dilation: int.MaxValue, bias: false);
        apart.Weight.Value.Values[0] = 2;
        (Tensor y, Tensor dx) = apart.Pass(picture, Tensor.Ones(1, 1, 2, 2));
        Assert.Equal([2f, 4, 6, 8], y.ToArray());
        Assert.Equal([2f, 2, 2, 2], dx.ToArray());
    }

    [Fact]
    public void A_picture_of_a_million_places_has_right_gradients()
    {
        Conv2d layer = new(4, 2, 3, new MersenneTwister(1), padding: 1);
        layer.Forward(Tensor.Ones(1, 4, 1000, 1000)).Backward(Tensor.Full(new Shape(1, 2, 1000, 1000), 0.001f));
        for (int channel = 0; channel < 4; channel++)
        {
            Assert.Equal(1000, layer.Weight.Gradient[1, channel, 1, 1], 1f);
            Assert.Equal(999 * 0.999, layer.Weight.Gradient[0, channel, 0, 2], 1f);
        }
        Assert.Equal(1000, layer.Bias!.Gradient[0], 1f);
    }

    [Fact]
    public void A_layer_given_its_own_last_result_computes_right()
    {
        MersenneTwister random = new(1);
        foreach (Layer layer in new Layer[] { new Linear(3, 3, random), new Sequential(new Linear(3, 3, random)), new Residual(new Linear(3, 3, random)), new LayerNorm(3), new Softmax() })
            AssertTwice(layer, Tensor.Matrix(new float[,] { { 1, 2, 3 }, { 4, -5, 6 } }));
        foreach (Layer layer in new Layer[] { new MaxPool2d(3, 1, 1), new AvgPool2d(3, 1, 1), new Conv2d(1, 1, 3, random, padding: 1), new BatchNorm2d(1) })
            AssertTwice(layer, Tensor.Vector([.. Enumerable.Range(0, 32).Select(i => (float)(i * 7 % 11))]).Reshape(2, 1, 4, 4));
    }

    private static int Size(Random random) => random.Next(1, 5);

    private static void AssertTwice(Layer layer, Tensor x)
    {
        layer.Eval();
        (Tensor between, _) = layer.Pass(x, y => y.Clone());
        (Tensor expected, Tensor inner) = layer.Pass(between.Clone(), y => y.Clone());
        (_, Tensor dx) = layer.Pass(x, inner);
        using StepScope step = new StepMemory().Step();
        Tensor input = x.Detach();
        input.RequiresGrad = true;
        Tensor y = layer.Forward(layer.Forward(input));
        y.Backward(y.Clone());
        Assert.Equal(expected.ToArray(), y.ToArray());
        Assert.Equal(dx.ToArray(), input.Gradient!.ToArray());
    }
}
