namespace NeuroLab.Tensors;

/// <summary>
/// Combines tensors whose shapes differ, by PyTorch's rule: shapes are lined up at their last axes, a missing axis counts as
/// 1, and an axis of size 1 is repeated as often as the other tensor needs.
/// </summary>
internal static class Broadcast
{
    internal delegate void RowOperation(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result);

    /// <summary>Combines two tensors, stretched to one shape, element by element.</summary>
    /// <exception cref="ShapeException">The shapes can't be stretched to one.</exception>
    internal static Tensor Combine(Tensor left, Tensor right, RowOperation operation)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Tensor result = new(CommonShape(left.Shape, right.Shape));
        if (left.Shape == right.Shape)
            operation(left.Values, right.Values, result.Values);
        else if (result.Length > 0)
            CombineRows(left, right, operation, result);
        return result;
    }

    /// <summary>The shape both are stretched to. A name is taken from the left shape, or else from the right one.</summary>
    internal static Shape CommonShape(Shape left, Shape right)
    {
        var axes = new (string? Name, int Size)[Math.Max(left.Rank, right.Rank)];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            (string? leftName, int leftSize) = AxisOf(left, axis, axes.Length);
            (string? rightName, int rightSize) = AxisOf(right, axis, axes.Length);
            if (leftSize != rightSize && leftSize != 1 && rightSize != 1)
            {
                throw new ShapeException(
                    $"Shapes {left} and {right} don't fit together: lined up at their last axes, each pair of sizes must be equal or one of them 1, " +
                    $"but {leftSize} meets {rightSize}. Reshape or transpose one of the tensors first.");
            }
            // The name belongs to the axis that has the size: (batch 1) against (in 4) gives (in 4).
            string? name = leftSize == 1 && rightSize != 1 ? rightName ?? leftName : leftName ?? rightName;
            axes[axis] = (name, leftSize == 1 ? rightSize : leftSize);
        }
        return new Shape(axes);
    }

    private static void CombineRows(Tensor left, Tensor right, RowOperation operation, Tensor result)
    {
        int rank = result.Rank, row = result.Shape[rank - 1];
        float[] leftRow = new float[row], rightRow = new float[row];
        int[] place = new int[rank];
        for (int start = 0; start < result.Length; start += row)
        {
            operation(RowAt(left, place, leftRow), RowAt(right, place, rightRow), result.Values.Slice(start, row));
            for (int axis = rank - 2; axis >= 0 && ++place[axis] == result.Shape[axis]; axis--)
                place[axis] = 0;
        }
    }

    /// <summary>The row of a tensor that belongs to a place of the result; a row of one number is repeated into <paramref name="stretched"/>.</summary>
    private static ReadOnlySpan<float> RowAt(Tensor tensor, int[] place, float[] stretched)
    {
        int offset = 0, missing = place.Length - tensor.Rank;
        for (int axis = 0; axis < tensor.Rank - 1; axis++)
            offset = offset * tensor.Shape[axis] + (tensor.Shape[axis] == 1 ? 0 : place[axis + missing]);
        int size = tensor.Rank == 0 ? 1 : tensor.Shape[^1];
        if (size == stretched.Length)
            return tensor.Values.Slice(offset * size, size);
        stretched.AsSpan().Fill(tensor.Values[offset]);
        return stretched;
    }

    private static (string? Name, int Size) AxisOf(Shape shape, int axis, int rank)
    {
        int own = axis - (rank - shape.Rank);
        return own < 0 ? (null, 1) : (shape.NameOf(own), shape[own]);
    }
}
