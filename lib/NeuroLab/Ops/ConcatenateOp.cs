using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Tensors one after the other along an axis. Shapes: each input (..., nᵢ, ...), y (..., Σ nᵢ, ...), all other sizes the same.</summary>
internal sealed class ConcatenateOp : Operation
{
    private int axis;

    internal static Tensor Of(ReadOnlySpan<Tensor> inputs, int axis)
    {
        ConcatenateOp operation = Take<ConcatenateOp>(inputs);
        if (operation.axis != axis)
            operation.ForgetOutput();
        operation.axis = axis;
        return operation.Run();
    }

    /// <inheritdoc/>
    protected override Shape OutputShape()
    {
        Shape shape = Input(0).Shape;
        int size = 0;
        for (int i = 0; i < InputCount; i++)
        {
            Shape other = Input(i).Shape;
            if (other.Rank != shape.Rank || other.With(axis, shape[axis]) != shape)
                throw new ShapeException($"Tensors that are put one after the other along axis {axis} must agree in all other axes, but tensor 0 has {shape} and tensor {i} has {other}.");
            size += other[axis];
        }
        return shape.With(axis, size);
    }

    /// <summary>y = the inputs, one after the other.</summary>
    protected override void Forward(Tensor y)
    {
        int row = Row(y.Shape);
        for (int i = 0, place = 0; i < InputCount; i++)
        {
            Tensor x = Input(i);
            int block = Row(x.Shape);
            for (int start = 0, to = place; block > 0 && start < x.Length; start += block, to += row)
                x.Values.Slice(start, block).CopyTo(y.Values[to..]);
            place += block;
        }
    }

    /// <summary>Each input gets its part of dy.</summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        int row = Row(y.Shape);
        for (int i = 0, place = 0; i < InputCount; i++)
        {
            int block = Row(Input(i).Shape);
            if (GradientOf(i) is { } dx)
            {
                for (int start = 0, from = place; block > 0 && start < dx.Length; start += block, from += row)
                    dy.Values.Slice(from, block).CopyTo(dx.Values[start..]);
            }
            place += block;
        }
    }

    /// <summary>How many numbers lie along the axis and all later ones.</summary>
    private int Row(Shape shape)
    {
        int count = 1;
        for (int later = axis; later < shape.Rank; later++)
            count *= shape[later];
        return count;
    }
}
