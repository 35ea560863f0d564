using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Transposed convolution of pictures: every number of the input puts its kernel into the output, so many times as large, and where kernels overlap
/// they are added. With a stride it makes pictures larger, as decoders and generators need.
/// </summary>
/// <remarks>
/// Shapes: x (batch, in channels, height, width), weight (in channels, out channels, kh, kw), bias (out channels), y (batch, out
/// channels, out height, out width), out = (n - 1) stride - 2 padding + dilation (k - 1) + output padding + 1. In full,
/// y[n, o, i stride + u dilation - padding, j stride + v dilation - padding] = b[o] + the sum of W[c, o, u, v] x[n, c, i, j] over all
/// c, i, j, u, v that lead to that place. It is the way back of a <see cref="Conv2d"/> with the same settings. V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep
/// learning", 2016.
/// </remarks>
/// <example>
/// <code>
/// new ConvTranspose2d(8, 1, 4, random, stride: 2, padding: 1)   // (batch, 8, 7, 7) becomes (batch, 1, 14, 14)
/// </code>
/// </example>
public sealed class ConvTranspose2d : ConvLayer2d
{
    /// <summary>A transposed convolution with weights and biases drawn evenly from ±1/√(out channels · kh · kw), as PyTorch does.</summary>
    /// <param name="inChannels">The number of channels that come in.</param>
    /// <param name="outChannels">The number of channels that go out.</param>
    /// <param name="kernelSize">The height and width of a kernel; one number for both.</param>
    /// <param name="random">Where the starting values come from.</param>
    /// <param name="stride">How far apart neighbouring inputs put their kernels; 1 where none is given.</param>
    /// <param name="padding">How much is taken away on each side of the output; 0 where none is given.</param>
    /// <param name="outputPadding">
    /// How many rows and columns the output has more, at its bottom and right; 0 where none is given. A convolution makes pictures of several sizes into one of
    /// the same size, and this says which of them is meant.
    /// </param>
    /// <param name="dilation">The distance between the numbers of a kernel; 1 where none is given.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small, or the output padding too large.</exception>
    public ConvTranspose2d(int inChannels, int outChannels, Size2d kernelSize, Random random,
        Size2d? stride = null, Size2d? padding = null, Size2d? outputPadding = null, Size2d? dilation = null, bool bias = true)
        : base(inChannels, outChannels, kernelSize, random, stride, padding, dilation, bias, isTransposed: true)
    {
        OutputPadding = outputPadding ?? 0;
        if (!IsBelow(OutputPadding.Height, Stride.Height, Dilation.Height) || !IsBelow(OutputPadding.Width, Stride.Width, Dilation.Width))
        {
            throw new ArgumentOutOfRangeException(nameof(outputPadding),
                $"An output padding is 0 or more and smaller than the stride, {Stride}, or the dilation, {Dilation}, but {OutputPadding} was given. It says which of the sizes is meant that a convolution of this stride makes into the same one.");
        }
    }

    /// <summary>How many rows and columns the output has more.</summary>
    public Size2d OutputPadding { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Window.TransposedOutputShape(Describe, input, InChannels, OutChannels, OutputPadding);

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => ConvTransposeOp.Of(Convolution, x, Weight.Value, Bias?.Value, OutputShapeOf(x));

    private protected override string Settings => Window.Settings + (OutputPadding == 0 ? "" : $", outputPadding: {OutputPadding}");

    private static bool IsBelow(int padding, int stride, int dilation) => padding >= 0 && padding < Math.Max(stride, dilation);
}
