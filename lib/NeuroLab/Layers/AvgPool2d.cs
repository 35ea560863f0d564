using NeuroLab.LinearAlgebra;
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

    /// <summary>y = the sum of the x in the window / the number of them.</summary>
    protected override void Forward(Tensor x, Tensor y) =>
        Workers.Run((this, x, y), x.Shape[0], static (all, picture) => all.Item1.ForwardPicture(all.x, all.y, picture));

    /// <summary>Each x in a window gets dy / the number of them, from every window that covers it.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) =>
        Workers.Run((this, dy, dx), x.Shape[0], static (all, picture) => all.Item1.BackwardPicture(all.dy, all.dx, picture));

    private void ForwardPicture(Tensor x, Tensor y, int picture)
    {
        ReadOnlySpan<float> values = x.Values;
        foreach (Patch patch in PatchesOf(x.Shape, y.Shape, picture))
        {
            float sum = 0;
            for (int row = 0; row < patch.Rows; row++)
            {
                foreach (float value in values.Slice(patch.Start + row * patch.RowLength, patch.Width))
                    sum += value;
            }
            y.Values[patch.Output] = sum / CountOf(patch);
        }
    }

    private void BackwardPicture(Tensor dy, Tensor dx, int picture)
    {
        Span<float> gradients = dx.Values;
        int length = dx.Length / dx.Shape[0];
        gradients.Slice(picture * length, length).Clear();
        foreach (Patch patch in PatchesOf(dx.Shape, dy.Shape, picture))
        {
            float share = dy.Values[patch.Output] / CountOf(patch);
            for (int row = 0; row < patch.Rows; row++)
            {
                foreach (ref float value in gradients.Slice(patch.Start + row * patch.RowLength, patch.Width))
                    value += share;
            }
        }
    }

    private int CountOf(Patch patch) => CountIncludePad ? KernelSize.Area : patch.Rows * patch.Width;
}
