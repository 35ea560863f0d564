using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Average pooling: every window is replaced by its mean. Shapes: see <see cref="Pool2d"/>.
/// </summary>
public sealed class AvgPool2d : Pool2d
{
    /// <summary>Average pooling.</summary>
    /// <param name="kernelSize">The height and width of the window; one number for both.</param>
    /// <param name="stride">How far the window moves; as far as the kernel is wide where none is given.</param>
    /// <param name="padding">How many zeros surround the picture; 0 where none is given.</param>
    /// <param name="countIncludePad">Whether the zeros of the padding count in the mean, as they do in PyTorch unless told otherwise.</param>
    public AvgPool2d(Size2d kernelSize, Size2d? stride = null, Size2d? padding = null, bool countIncludePad = true)
        : base(kernelSize, stride, padding)
    {
        CountIncludePad = countIncludePad;
    }

    /// <summary>Whether the zeros of the padding count in the mean.</summary>
    public bool CountIncludePad { get; }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => AvgPoolOp.Of(x, Window, CountIncludePad, OutputShapeOf(x));
}
