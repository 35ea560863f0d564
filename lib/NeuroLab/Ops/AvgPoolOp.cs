using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The mean of every window. Shapes: x (batch, channels, height, width), y (batch, channels, out height, out width).</summary>
internal sealed class AvgPoolOp : UnaryOperation
{
    private Window window = null!;
    private bool countIncludePad;

    internal static Tensor Of(Tensor x, Window window, bool countIncludePad, Shape shape)
    {
        AvgPoolOp operation = Take<AvgPoolOp>(x);
        (operation.window, operation.countIncludePad) = (window, countIncludePad);
        return operation.Run(shape);
    }

    /// <summary>y = the sum of the x in the window / the number of them.</summary>
    protected override void Forward(Tensor x, Tensor y) =>
        Workers.Run((this, x, y), x.Shape[0], static (all, picture) => all.Item1.ForwardPicture(all.x, all.y, picture));

    /// <summary>Each x in a window gets dy / the number of them, from every window that covers it.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) =>
        Workers.Run((this, dy, dx), x.Shape[0], static (all, picture) => all.Item1.BackwardPicture(all.dy, all.dx, picture));

    private void ForwardPicture(Tensor x, Tensor y, int picture)
    {
        ReadOnlySpan<float> values = x.Values;
        foreach (Patch patch in new Patches(window, x.Shape, y.Shape, picture))
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
        dx.Sample(picture).Clear();
        foreach (Patch patch in new Patches(window, dx.Shape, dy.Shape, picture))
        {
            float share = dy.Values[patch.Output] / CountOf(patch);
            for (int row = 0; row < patch.Rows; row++)
            {
                foreach (ref float value in gradients.Slice(patch.Start + row * patch.RowLength, patch.Width))
                    value += share;
            }
        }
    }

    private int CountOf(Patch patch) => countIncludePad ? window.Kernel.Area : patch.Rows * patch.Width;
}
