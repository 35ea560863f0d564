using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Exchanges two axes. Shapes: x (..., n, ..., m, ...), y (..., m, ..., n, ...).</summary>
internal sealed class TransposeOp : UnaryOperation
{
    private int first, second;

    internal static Tensor Of(Tensor x, int first, int second)
    {
        TransposeOp operation = Take<TransposeOp>(x);
        if ((operation.first, operation.second) != (first, second))
            operation.ForgetOutput();
        (operation.first, operation.second) = (first, second);
        return operation.Run();
    }

    /// <inheritdoc/>
    protected override Shape OutputShape()
    {
        Shape shape = Input(0).Shape;
        var axes = new (string?, int)[shape.Rank];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            int from = axis == first ? second : axis == second ? first : axis;
            axes[axis] = (shape.NameOf(from), shape[from]);
        }
        return new Shape(axes);
    }

    /// <summary>y[..., j, ..., i, ...] = x[..., i, ..., j, ...].</summary>
    protected override void Forward(Tensor x, Tensor y) => Exchange(x, y);

    /// <summary>dx[..., i, ..., j, ...] = dy[..., j, ..., i, ...]: exchanged once more.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => Exchange(dy, dx);

    private void Exchange(Tensor from, Tensor to)
    {
        if (from.Length == 0)
            return;
        // The numbers after the later of the two axes stay together; what lies between them and before them is counted through.
        (int a, int b) = (Math.Min(first, second), Math.Max(first, second));
        if (a == b)
        {
            from.Values.CopyTo(to.Values);
            return;
        }
        int outer = Count(from.Shape, 0, a), n = from.Shape[a], between = Count(from.Shape, a + 1, b), m = from.Shape[b], run = Count(from.Shape, b + 1, from.Rank);
        ReadOnlySpan<float> source = from.Values;
        Span<float> target = to.Values;
        int place = 0;
        for (int o = 0; o < outer; o++)
        {
            for (int j = 0; j < m; j++)
            {
                for (int k = 0; k < between; k++)
                {
                    for (int i = 0; i < n; i++, place += run)
                    {
                        int start = (((o * n + i) * between + k) * m + j) * run;
                        if (run == 1)
                            target[place] = source[start];
                        else
                            source.Slice(start, run).CopyTo(target[place..]);
                    }
                }
            }
        }
    }

    private static int Count(Shape shape, int from, int to)
    {
        int count = 1;
        for (int axis = from; axis < to; axis++)
            count *= shape[axis];
        return count;
    }
}
