using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The largest number of every window. Shapes: x (batch, channels, height, width), y (batch, channels, out height, out width).</summary>
internal sealed class MaxPoolOp : UnaryOperation
{
    private Window window = null!;
    private int[] winners = [];

    internal static Tensor Of(Tensor x, Window window, Shape shape)
    {
        MaxPoolOp operation = Take<MaxPoolOp>(x);
        operation.window = window;
        return operation.Run(shape);
    }

    /// <summary>y = the largest x in the window, the first of equals.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        if (winners.Length < y.Length)
            winners = new int[y.Length];
        if (WebKernels.AreThere)
            ForwardInWeb(x, y);
        else
            Workers.Run((this, x, y), x.Shape[0], static (all, picture) => all.Item1.ForwardPicture(all.x, all.y, picture));
    }

    /// <summary>Each dy goes to the place whose x won; all other dx are 0.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        if (WebKernels.AreThere)
            BackwardInWeb(dy, dx);
        else
            Workers.Run((this, dy, dx), x.Shape[0], static (all, picture) => all.Item1.BackwardPicture(all.dy, all.dx, picture));
    }

    private unsafe void ForwardInWeb(Tensor x, Tensor y)
    {
        fixed (float* from = x.Array, to = y.Array)
        fixed (int* places = winners)
        {
            WebKernels.MaxPool(
                from, to, places, x.Shape[0] * x.Shape[1], (x.Shape[2], x.Shape[3]), (y.Shape[2], y.Shape[3]),
                (window.Kernel.Height, window.Kernel.Width), (window.Stride.Height, window.Stride.Width), (window.Padding.Height, window.Padding.Width));
        }
    }

    private unsafe void BackwardInWeb(Tensor dy, Tensor dx)
    {
        fixed (float* from = dy.Array, to = dx.Array)
        fixed (int* places = winners)
            WebKernels.MaxPoolBack(from, places, dy.Length, to, dx.Length, add: !CoversPairs(dy.Shape, dx.Shape));
    }

    private unsafe void ForwardPicture(Tensor x, Tensor y, int picture)
    {
        if (IsOfPairs(y.Shape))
        {
            int rows = y.Shape[1] * y.Shape[2], width = x.Shape[3], outWidth = y.Shape[3];
            fixed (float* from = x.Array, to = y.Array)
            fixed (int* places = winners)
            {
                for (int row = picture * rows; row < (picture + 1) * rows; row++)
                {
                    (int plane, int outRow) = Math.DivRem(row, y.Shape[2]);
                    PairPooling.Row(from, (plane * x.Shape[2] + 2 * outRow) * width, width, outWidth, to + row * outWidth, places + row * outWidth);
                }
            }
            return;
        }
        ReadOnlySpan<float> values = x.Values;
        foreach (Patch patch in new Patches(window, x.Shape, y.Shape, picture))
        {
            int winner = patch.Start;
            for (int row = 0; row < patch.Rows; row++)
            {
                int start = patch.Start + row * patch.RowLength;
                for (int place = start; place < start + patch.Width; place++)
                {
                    if (values[place] > values[winner] || float.IsNaN(values[place]))
                        winner = place;
                }
            }
            winners[patch.Output] = winner;
            y.Values[patch.Output] = values[winner];
        }
    }

    private unsafe void BackwardPicture(Tensor dy, Tensor dx, int picture)
    {
        int outLength = dy.Length / dy.Shape[0];
        int height = dx.Shape[2], width = dx.Shape[3], outHeight = dy.Shape[2], outWidth = dy.Shape[3];
        if (CoversPairs(dy.Shape, dx.Shape))
        {
            int rows = dy.Shape[1] * outHeight;
            fixed (float* from = dy.Array, to = dx.Array)
            fixed (int* places = winners)
            {
                for (int row = picture * rows; row < (picture + 1) * rows; row++)
                    PairPooling.RowBack(from + row * outWidth, places + row * outWidth, outWidth, to, 2 * row * width, width);
            }
            return;
        }
        ReadOnlySpan<float> source = dy.Values;
        Span<float> target = dx.Values;
        dx.Sample(picture).Clear();
        for (int i = picture * outLength; i < (picture + 1) * outLength; i++)
            target[winners[i]] += source[i];
    }

    private bool CoversPairs(Shape output, Shape input) => IsOfPairs(output) && input[2] == 2 * output[2] && input[3] == 2 * output[3];

    private bool IsOfPairs(Shape output) => window.Kernel == 2 && window.Stride == 2 && window.Padding == 0 && PairPooling.Supports(output[3]);
}
