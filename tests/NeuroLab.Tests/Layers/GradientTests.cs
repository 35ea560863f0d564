using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Random;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers;

/// <summary>The backward pass of every layer against finite differences, over random shapes, in training and in use.</summary>
public sealed class GradientTests
{
    /// <summary>A layer of random size and an input that fits it.</summary>
    private static readonly Dictionary<string, Func<Random, (Layer Layer, Shape Input)>> Layers = new()
    {
        ["Linear"] = r => For(Rows(r), input => new Linear(input[1], Small(r), r, bias: Coin(r))),
        ["Conv2d"] = r => For(Pictures(r), input => new Conv2d(input[1], Small(r), Kernel(r), r, stride: Kernel(r), padding: r.Next(3), bias: Coin(r))),
        ["Conv2d, dilated"] = r => For(Pictures(r), input => new Conv2d(input[1], 2, 2, r, padding: (0, 1), dilation: (r.Next(1, 4), 2))),
        ["ConvTranspose2d"] = r => For(SmallPictures(r), Kernel(r), (input, kernel) => Transposed(input[1], kernel, Kernel(r), r)),
        ["ConvTranspose2d, dilated"] = r => For(SmallPictures(r), input => new ConvTranspose2d(input[1], 2, 2, r, padding: (0, 1), outputPadding: (r.Next(2), 0), dilation: (2, r.Next(1, 4)))),
        ["MaxPool2d"] = r => For(Pictures(r), Kernel(r), (_, kernel) => new MaxPool2d(kernel, stride: Kernel(r), padding: Half(kernel))),
        ["AvgPool2d"] = r => For(Pictures(r), Kernel(r), (_, kernel) => new AvgPool2d(kernel, stride: Kernel(r), padding: Half(kernel), countIncludePad: Coin(r))),
        ["BatchNorm1d"] = r => For(new Shape(Small(r) + 2, Small(r)), input => Shaken(new BatchNorm1d(input[1]), r)),
        ["BatchNorm1d, sequences"] = r => For(new Shape(Small(r) + 1, Small(r), Small(r)), input => Shaken(new BatchNorm1d(input[1]), r)),
        ["BatchNorm2d"] = r => For(Pictures(r), input => Shaken(new BatchNorm2d(input[1]), r)),
        ["LayerNorm"] = r => For(new Shape(Small(r), Small(r) + 2), input => Shaken(new LayerNorm(input[1]), r)),
        ["LayerNorm, pictures"] = r => For(Pictures(r), input => Shaken(new LayerNorm(input.Without(0)), r)),
        ["RNN"] = r => For(new Shape(Small(r), r.Next(1, 7), Small(r)), input => new RNN(input[2], Small(r), r)),
        ["LSTM"] = r => For(new Shape(Small(r), r.Next(1, 5), Small(r)), input => new LSTM(input[2], Small(r), r)),
        ["GRU"] = r => For(new Shape(Small(r), r.Next(1, 5), Small(r)), input => new GRU(input[2], Small(r), r)),
        ["MultiheadAttention"] = r => For(new Shape(Small(r), r.Next(1, 5), 4), _ => new MultiheadAttention(4, 1 << r.Next(3), r, causal: Coin(r))),
        ["GroupNorm"] = r => For(new Shape(Small(r), 4, r.Next(1, 4), r.Next(2, 5)), _ => Shaken(new GroupNorm(1 << r.Next(2), 4), r)),
        ["GlobalAveragePool2d"] = r => For(Pictures(r), _ => new GlobalAveragePool2d()),
        ["LastStep"] = r => For(new Shape(Small(r), Small(r), Small(r)), _ => new LastStep()),
        ["Flatten"] = r => For(AnyShape(r), _ => new Flatten()),
        ["Dropout"] = r => For(AnyShape(r), _ => new Dropout(r.Next(0, 90) / 100f, r)),
        ["ReLU"] = r => For(AnyShape(r), _ => new ReLU()),
        ["LeakyReLU"] = r => For(AnyShape(r), _ => new LeakyReLU((float)r.NextDouble())),
        ["ELU"] = r => For(AnyShape(r), _ => new ELU(0.5f + (float)r.NextDouble())),
        ["GELU"] = r => For(AnyShape(r), _ => new GELU()),
        ["Sigmoid"] = r => For(AnyShape(r), _ => new Sigmoid()),
        ["Tanh"] = r => For(AnyShape(r), _ => new Tanh()),
        ["Softmax"] = r => For(AnyShape(r), _ => new Softmax()),
        ["LogSoftmax"] = r => For(AnyShape(r), _ => new LogSoftmax()),
        ["Sequential"] = r => For(Rows(r), Small(r), (input, hidden) => new Sequential(new Linear(input[1], hidden, r), new Tanh(), new Linear(hidden, 2, r), new LogSoftmax())),
        ["Residual"] = r => For(Rows(r), Small(r), (input, hidden) => new Residual(new Linear(input[1], hidden, r), new Sigmoid(), new Linear(hidden, input[1], r))),
    };

    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (string layer in Layers.Keys)
            {
                cases.Add(layer, true);
                cases.Add(layer, false);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_is_the_gradient_of_forward(string name, bool training)
    {
        // The same seeds on every run: a gradient that fails once fails again.
        Prop.ForAll(Arb.From(Gen.Choose(1, 1_000_000)), seed =>
        {
            MersenneTwister random = new(seed);
            (Layer layer, Shape input) = Layers[name](random);
            if (training)
                layer.Train();
            else
                layer.Eval();
            Tensor x = FiniteDifferences.Distinct(input, random);
            FiniteDifferences.AssertLayer(layer, x, random);
            GradientCheck.Run(layer, x, random).ThrowIfFailed();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(80).WithReplay(20260101, 7));
    }

    [Fact]
    public void Every_layer_of_the_library_is_checked()
    {
        IEnumerable<string> all = typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract).Select(type => type.Name);
        // Word numbers can't be changed a little: the golden case of Embedding holds its gradient.
        Assert.Equal(["Embedding"], all.Except(Layers.Keys));
    }

    private static (Layer, Shape) For(Shape input, Func<Shape, Layer> make) => (make(input), input);

    private static (Layer, Shape) For<T>(Shape input, T setting, Func<Shape, T, Layer> make) => (make(input, setting), input);

    private static bool Coin(Random random) => random.Next(2) == 0;

    private static int Small(Random random) => random.Next(1, 5);

    private static Shape Rows(Random random) => new(Small(random), random.Next(1, 8));

    private static Shape Pictures(Random random) => new(random.Next(1, 4), random.Next(1, 4), random.Next(4, 8), random.Next(4, 8));

    private static Shape SmallPictures(Random random) => new(random.Next(1, 3), random.Next(1, 3), random.Next(2, 5), random.Next(2, 5));

    private static ConvTranspose2d Transposed(int channels, Size2d kernel, Size2d stride, Random random) =>
        new(channels, Small(random), kernel, random, stride, Half(kernel), outputPadding: (random.Next(stride.Height), random.Next(stride.Width)), bias: Coin(random));

    private static Shape AnyShape(Random random) => random.Next(3) switch
    {
        0 => Rows(random),
        1 => Pictures(random),
        _ => new Shape(Small(random), Small(random), Small(random)),
    };

    private static Size2d Kernel(Random random) => (Small(random), Small(random));

    private static Size2d Half(Size2d kernel) => (kernel.Height / 2, kernel.Width / 2);

    /// <summary>Parameters and running statistics away from the 0 and 1 they start with.</summary>
    private static Layer Shaken(Layer layer, Random random)
    {
        foreach (Tensor tensor in layer.Parameters.Select(parameter => parameter.Value).Concat(layer.Buffers.Select(buffer => buffer.Value)))
        {
            foreach (ref float value in tensor.Values)
                value += (float)random.NextDouble() * 0.5f;
        }
        return layer;
    }
}
