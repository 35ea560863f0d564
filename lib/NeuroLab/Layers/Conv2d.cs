using NeuroLab.Initialization;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Convolution of pictures: every output number is a weighted sum of a small window of all channels, and all places share the
/// same weights.
/// </summary>
/// <remarks>
/// Shapes: x (batch, in channels, height, width), weight (out channels, in channels, kh, kw), bias (out channels), y (batch, out
/// channels, out height, out width), out = ⌊(n + 2 padding - dilation (k - 1) - 1) / stride⌋ + 1. With the windows laid out as the
/// columns of a matrix X (in channels · kh · kw, batch · out height · out width) this is one matrix product, Y = W X + b.
/// </remarks>
public sealed class Conv2d : FormulaLayer
{
    private readonly Window window;
    private readonly Tensor weightRows, weightGradientRows;
    private readonly Workspace columns = new(), columnGradients = new(), products = new();
    private Tensor? lastColumns;

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
        Shape shape = new(("out channels", outChannels), ("in channels", inChannels), ("kernel height", kernelSize.Height), ("kernel width", kernelSize.Width));
        double bound = 1 / Math.Sqrt(Fan.Of(shape).In);
        Uniform start = new(-bound, bound);
        Weight = AddParameter("weight", start.Create(shape, random));
        if (bias)
            Bias = AddParameter("bias", start.Create(new Shape(("out channels", outChannels)), random));
        weightRows = Weight.Value.Reshape(outChannels, -1);
        weightGradientRows = Weight.Gradient.Reshape(outChannels, -1);
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
    public override Shape OutputShape(Shape input) => window.OutputShape(this, input, InChannels, OutChannels);

    /// <summary>Y = W X + b, X the windows as columns.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        int batch = x.Shape[0], places = y.Shape[2] * y.Shape[3];
        lastColumns = columns.Take(weightRows.Shape[1], batch * places);
        ImageColumns.Gather(x, window, y.Shape, lastColumns);
        Tensor product = products.Take(OutChannels, batch * places);
        MatrixProduct.Multiply(weightRows, transposeA: false, lastColumns, transposeB: false, product);
        for (int n = 0; n < batch * OutChannels; n++)
        {
            (int picture, int channel) = Math.DivRem(n, OutChannels);
            ReadOnlySpan<float> source = product.Values.Slice((channel * batch + picture) * places, places);
            TensorPrimitives.Add(source, Bias?.Value.Values[channel] ?? 0, y.Values.Slice(n * places, places));
        }
    }

    /// <summary>dW += dY Xᵀ, db += the sums of dY over all places, dX = Wᵀ dY, and each number of dX goes back to where X had it from.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        int batch = x.Shape[0], places = y.Shape[2] * y.Shape[3];
        Tensor product = products.Take(OutChannels, batch * places);
        for (int n = 0; n < batch * OutChannels; n++)
        {
            (int picture, int channel) = Math.DivRem(n, OutChannels);
            ReadOnlySpan<float> source = dy.Values.Slice(n * places, places);
            source.CopyTo(product.Values.Slice((channel * batch + picture) * places, places));
            if (Bias is not null)
                Bias.Gradient.Values[channel] += TensorPrimitives.Sum(source);
        }
        MatrixProduct.Multiply(product, transposeA: false, lastColumns!, transposeB: true, weightGradientRows, accumulate: true);
        Tensor columnGradient = columnGradients.Take(weightRows.Shape[1], batch * places);
        MatrixProduct.Multiply(weightRows, transposeA: true, product, transposeB: false, columnGradient);
        ImageColumns.Scatter(columnGradient, window, y.Shape, dx);
    }

    /// <summary>The layer with its settings, such as <c>Conv2d(1, 8, 3, padding: 1)</c>.</summary>
    public override string ToString() => $"Conv2d({InChannels}, {OutChannels}, {KernelSize}{window.Settings}{(Bias is null ? ", bias: false" : "")})";
}
