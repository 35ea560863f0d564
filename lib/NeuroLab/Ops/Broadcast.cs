using System.Buffers;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Combines tensors whose shapes differ, by PyTorch's rule: shapes are lined up at their last axes, a missing axis counts as
/// 1, and an axis of size 1 is repeated as often as the other tensor needs.
/// </summary>
internal static class Broadcast
{
    internal delegate void RowOperation(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result);

    /// <summary>Combines two tensors, stretched to the shape of the result, element by element.</summary>
    internal static void Combine(Tensor left, Tensor right, RowOperation operation, Tensor result)
    {
        if (left.Shape == right.Shape)
        {
            operation(left.Values, right.Values, result.Values);
            return;
        }
        if (result.Length == 0)
            return;
        int row = result.Shape[^1];
        float[] stretched = ArrayPool<float>.Shared.Rent(2 * row);
        Span<int> place = stackalloc int[result.Rank];
        place.Clear();
        for (int start = 0; start < result.Length; start += row)
        {
            operation(RowAt(left, place, stretched.AsSpan(0, row)), RowAt(right, place, stretched.AsSpan(row, row)), result.Values.Slice(start, row));
            MoveOn(place, result.Shape);
        }
        ArrayPool<float>.Shared.Return(stretched);
    }

    /// <summary>The way back of stretching: the sums of all that one number was repeated into.</summary>
    /// <param name="stretched">Numbers in the stretched shape.</param>
    /// <param name="result">Where the sums go, in the shape before it was stretched.</param>
    internal static void SumInto(Tensor stretched, Tensor result)
    {
        result.Values.Clear();
        if (stretched.Length == 0)
            return;
        int row = stretched.Rank == 0 ? 1 : stretched.Shape[^1];
        Span<int> place = stackalloc int[stretched.Rank];
        place.Clear();
        for (int start = 0; start < stretched.Length; start += row)
        {
            ReadOnlySpan<float> from = stretched.Values.Slice(start, row);
            Span<float> to = PartAt(result, place);
            if (to.Length == row)
                TensorPrimitives.Add(to, from, to);
            else
                to[0] += TensorPrimitives.Sum(from);
            MoveOn(place, stretched.Shape);
        }
    }

    /// <summary>The shape both are stretched to. A name is taken from the left shape, or else from the right one.</summary>
    /// <exception cref="ShapeException">The shapes can't be stretched to one.</exception>
    internal static Shape CommonShape(Shape left, Shape right)
    {
        if (ReferenceEquals(left, right))
            return left;
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

    /// <summary>The row of a tensor that belongs to a place of the stretched shape; a row of one number is repeated into <paramref name="stretched"/>.</summary>
    private static ReadOnlySpan<float> RowAt(Tensor tensor, ReadOnlySpan<int> place, Span<float> stretched)
    {
        Span<float> part = PartAt(tensor, place);
        if (part.Length == stretched.Length)
            return part;
        stretched.Fill(part[0]);
        return stretched;
    }

    /// <summary>The numbers along the last axis of a tensor that belong to a place of the stretched shape.</summary>
    private static Span<float> PartAt(Tensor tensor, ReadOnlySpan<int> place)
    {
        int offset = 0, missing = place.Length - tensor.Rank;
        for (int axis = 0; axis < tensor.Rank - 1; axis++)
            offset = offset * tensor.Shape[axis] + (tensor.Shape[axis] == 1 ? 0 : place[axis + missing]);
        int size = tensor.Rank == 0 ? 1 : tensor.Shape[^1];
        return tensor.Values.Slice(offset * size, size);
    }

    /// <summary>The place of the next row.</summary>
    private static void MoveOn(Span<int> place, Shape shape)
    {
        for (int axis = shape.Rank - 2; axis >= 0 && ++place[axis] == shape[axis]; axis--)
            place[axis] = 0;
    }

    private static (string? Name, int Size) AxisOf(Shape shape, int axis, int rank)
    {
        int own = axis - (rank - shape.Rank);
        return own < 0 ? (null, 1) : (shape.NameOf(own), shape[own]);
    }
}
