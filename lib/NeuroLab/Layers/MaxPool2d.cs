using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Max pooling: of every window only the largest number goes on. Padding never wins. Shapes: see <see cref="Pool2d"/>.
/// </summary>
public sealed class MaxPool2d : Pool2d
{
    /// <summary>Max pooling.</summary>
    /// <param name="kernelSize">The height and width of the window; one number for both.</param>
    /// <param name="stride">How far the window moves; as far as the kernel is wide where none is given.</param>
    /// <param name="padding">How many places surround the picture; 0 where none is given.</param>
    public MaxPool2d(Size2d kernelSize, Size2d? stride = null, Size2d? padding = null)
        : base(kernelSize, stride, padding)
    {
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => MaxPoolOp.Of(x, Window, OutputShapeOf(x));
}
