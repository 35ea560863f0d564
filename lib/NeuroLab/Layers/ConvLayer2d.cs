using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Ops.Convolutions;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>What <see cref="Conv2d"/> and <see cref="ConvTranspose2d"/> share: a window, and for each pair of channels a kernel of weights.</summary>
public abstract class ConvLayer2d : Layer
{
    /// <summary>Weights and biases drawn evenly from ±1/√fan-in, as PyTorch does.</summary>
    /// <param name="inChannels">The number of channels that come in.</param>
    /// <param name="outChannels">The number of channels that go out.</param>
    /// <param name="kernelSize">The height and width of the window.</param>
    /// <param name="random">Where the starting values come from.</param>
    /// <param name="stride">How far the window moves; 1 where none is given.</param>
    /// <param name="padding">How many zeros surround the picture that the window moves over; 0 where none is given.</param>
    /// <param name="dilation">The distance between the places the window looks at; 1 where none is given.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="isTransposed">Whether the weight is that of a convolution from the channels that go out to those that come in.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    protected ConvLayer2d(int inChannels, int outChannels, Size2d kernelSize, Random random, Size2d? stride, Size2d? padding, Size2d? dilation, bool bias, bool isTransposed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inChannels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outChannels);
        ArgumentNullException.ThrowIfNull(random);
        InChannels = inChannels;
        OutChannels = outChannels;
        Window = new Window(kernelSize, stride ?? 1, padding ?? 0, dilation ?? 1);
        Convolution = Convolution.For(Window);
        (string, int) first = ("out channels", outChannels), second = ("in channels", inChannels);
        if (isTransposed)
            (first, second) = (second, first);
        Shape shape = new(first, second, ("kernel height", kernelSize.Height), ("kernel width", kernelSize.Width));
        double bound = 1 / Math.Sqrt(Fan.Of(shape).In);
        Uniform start = new(-bound, bound);
        Weight = AddParameter("weight", start.Create(shape, random));
        if (bias)
            Bias = AddParameter("bias", start.Create(new Shape(("out channels", outChannels)), random));
    }

    private protected Window Window { get; }

    private protected Convolution Convolution { get; }

    /// <summary>The number of channels that come in.</summary>
    public int InChannels { get; }

    /// <summary>The number of channels that go out.</summary>
    public int OutChannels { get; }

    /// <summary>The height and width of the window.</summary>
    public Size2d KernelSize => Window.Kernel;

    /// <summary>How far the window moves.</summary>
    public Size2d Stride => Window.Stride;

    /// <summary>How many zeros surround the picture that the window moves over.</summary>
    public Size2d Padding => Window.Padding;

    /// <summary>The distance between the places the window looks at.</summary>
    public Size2d Dilation => Window.Dilation;

    /// <summary>W, the kernels.</summary>
    public Parameter Weight { get; }

    /// <summary>b, shape (out channels), or null for a layer without a bias.</summary>
    public Parameter? Bias { get; }

    /// <summary>The layer with its settings, such as <c>Conv2d(1, 8, 3, padding: 1)</c>.</summary>
    public override string ToString() => $"{GetType().Name}({InChannels}, {OutChannels}, {KernelSize}{Settings}{(Bias is null ? ", bias: false" : "")})";

    private protected virtual string Settings => Window.Settings;
}
