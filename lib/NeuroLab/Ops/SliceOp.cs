using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>A range of places along one axis. Shapes: x (..., n, ...), y (..., length, ...).</summary>
internal sealed class SliceOp : UnaryOperation
{
    private int axis, first, length;

    internal static Tensor Of(Tensor x, int axis, int first, int length)
    {
        SliceOp operation = Take<SliceOp>(x);
        if ((operation.axis, operation.length) != (axis, length))
            operation.ForgetOutput();
        (operation.axis, operation.first, operation.length) = (axis, first, length);
        return operation.Run();
    }

    /// <inheritdoc/>
    protected override Shape OutputShape() => Input(0).Shape.With(axis, length);

    /// <summary>y[..., i, ...] = x[..., first + i, ...].</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        (int size, int block, int skipped) = Runs(x.Shape);
        for (int start = 0, from = skipped; block > 0 && start < y.Length; start += block, from += size)
            x.Values.Slice(from, block).CopyTo(y.Values[start..]);
    }

    /// <summary>dx[..., first + i, ...] = dy[..., i, ...], 0 at all other places.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        (int size, int block, int skipped) = Runs(x.Shape);
        dx.Values.Clear();
        for (int start = 0, to = skipped; block > 0 && start < dy.Length; start += block, to += size)
            dy.Values.Slice(start, block).CopyTo(dx.Values[to..]);
    }

    /// <summary>How many numbers lie along the axis and all later ones, how many of them are taken, and how many lie before those.</summary>
    private (int Size, int Block, int Skipped) Runs(Shape shape)
    {
        int inner = 1;
        for (int later = axis + 1; later < shape.Rank; later++)
            inner *= shape[later];
        return (shape[axis] * inner, length * inner, first * inner);
    }
}
