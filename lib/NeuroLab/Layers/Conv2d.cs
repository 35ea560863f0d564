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
public sealed class Conv2d : ConvLayer2d
{
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
        : base(inChannels, outChannels, kernelSize, random, stride, padding, dilation, bias, isTransposed: false)
    {
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Window.OutputShape(Describe, input, InChannels, OutChannels);

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => ConvOp.Of(Convolution, x, Weight.Value, Bias?.Value, OutputShapeOf(x));
}
