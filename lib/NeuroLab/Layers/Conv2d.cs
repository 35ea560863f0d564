using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Ops.Convolutions;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Convolution of pictures: every output number is a weighted sum of a small window of all channels, and all places share the
/// same weights.
/// </summary>
/// <remarks>
/// Shapes: x (batch, in channels, height, width), weight (out channels, in channels, kh, kw), bias (out channels), y (batch, out
/// channels, out height, out width), out = ⌊(n + 2 padding - dilation (k - 1) - 1) / stride⌋ + 1. In full,
/// y[n, o, i, j] = b[o] + Σ over c, u, v of W[o, c, u, v] x[n, c, i stride + u dilation - padding, j stride + v dilation - padding],
/// with x = 0 outside the picture. How that becomes a matrix product stands in <see cref="ColumnConvolution"/>; how it becomes a
/// faster one, in <see cref="FramedConvolution{TVector, TSimd}"/>.
/// </remarks>
public sealed class Conv2d : Layer
{
    private readonly Window window;
    private readonly Convolution convolution;

    /// <summary>A convolution with weights and biases drawn evenly from ±1/√fan-in, as PyTorch does.</summary>
    /// <param name="inChannels">The number of channels that come in.</param>
    /// <param name="outChannels">The number of channels that go out: the number of kernels.</param>
    /// <param name="kernelSize">The height and width of the window; one number for both.</param>
    /// <param name="random">Where the starting values come from.</param>
    /// <param name="stride">How far the window moves; 1 where none is given.</param>
    /// <param name="padding">How many zeros surround the picture; 0 where none is given.</param>
    /// <param name="dilation">The distance between the places the window looks at; 1 where none is given.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public Conv2d(int inChannels, int outChannels, Size2d kernelSize, Random random, Size2d? stride = null, Size2d? padding = null, Size2d? dilation = null, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inChannels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outChannels);
        ArgumentNullException.ThrowIfNull(random);
        InChannels = inChannels;
        OutChannels = outChannels;
        window = new Window(kernelSize, stride ?? 1, padding ?? 0, dilation ?? 1);
        convolution = Convolution.For(window);
        Shape shape = new(("out channels", outChannels), ("in channels", inChannels), ("kernel height", kernelSize.Height), ("kernel width", kernelSize.Width));
        double bound = 1 / Math.Sqrt(Fan.Of(shape).In);
        Uniform start = new(-bound, bound);
        Weight = AddParameter("weight", start.Create(shape, random));
        if (bias)
            Bias = AddParameter("bias", start.Create(new Shape(("out channels", outChannels)), random));
    }

    /// <summary>The number of channels that come in.</summary>
    public int InChannels { get; }

    /// <summary>The number of channels that go out.</summary>
    public int OutChannels { get; }

    /// <summary>The height and width of the window.</summary>
    public Size2d KernelSize => window.Kernel;

    /// <summary>How far the window moves.</summary>
    public Size2d Stride => window.Stride;

    /// <summary>How many zeros surround the picture.</summary>
    public Size2d Padding => window.Padding;

    /// <summary>The distance between the places the window looks at.</summary>
    public Size2d Dilation => window.Dilation;

    /// <summary>W, shape (out channels, in channels, kernel height, kernel width).</summary>
    public Parameter Weight { get; }

    /// <summary>b, shape (out channels), or null for a layer without a bias.</summary>
    public Parameter? Bias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => window.OutputShape(Describe, input, InChannels, OutChannels);

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => ConvOp.Of(convolution, x, Weight.Value, Bias?.Value, OutputShapeOf(x));

    /// <summary>The layer with its settings, such as <c>Conv2d(1, 8, 3, padding: 1)</c>.</summary>
    public override string ToString() => $"Conv2d({InChannels}, {OutChannels}, {KernelSize}{window.Settings}{(Bias is null ? ", bias: false" : "")})";
}
