using NeuroLab.Kernels;
using NeuroLab.Ops;

namespace NeuroLab.Tensors;

/// <content>Parts of a tensor. Each is a copy: changing it leaves the whole as it is.</content>
public sealed partial class Tensor
{
    /// <summary>A range of places along one axis, such as <c>x.Slice(1, 2..4)</c> for columns 2 and 3 of a matrix.</summary>
    /// <param name="axis">The axis; -1 is the last.</param>
    /// <param name="range">The places that stay.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis or range.</exception>
    public Tensor Slice(int axis, Range range)
    {
        int cut = AxisAt(axis), size = Shape[cut];
        int first = range.Start.GetOffset(size), end = range.End.GetOffset(size);
        if (first < 0 || end > size || first > end)
            throw new ArgumentOutOfRangeException(nameof(range), $"Axis {axis} of a tensor of shape {Shape} has the places 0 to {size - 1}, so it has no range {range}.");
        return SliceOp.Of(this, cut, first, end - first);
    }

    /// <summary>One place of the first axis: a row of a matrix, a picture of a batch of pictures.</summary>
    /// <param name="index">Its place, 0 for the first.</param>
    /// <returns>A tensor without the first axis.</returns>
    public Tensor Row(int index)
    {
        RequireRow(index);
        return Slice(0, index..(index + 1)).Reshape(Shape.Without(0));
    }

    /// <summary>One column of a matrix.</summary>
    /// <param name="index">Its place, 0 for the first.</param>
    /// <returns>A vector.</returns>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Tensor Column(int index)
    {
        if (Rank != 2)
            throw new ShapeException($"Only a matrix has columns, but this tensor has the shape {Shape}: Slice(axis, range) takes a part of any axis.");
        if ((uint)index >= (uint)Shape[1])
            throw new ArgumentOutOfRangeException(nameof(index), $"A tensor of shape {Shape} has the columns 0 to {Shape[1] - 1}, but column {index} was asked for.");
        return Slice(1, index..(index + 1)).Reshape(Shape.Without(1));
    }

    /// <summary>A range of places of the first axis, such as <c>x.Rows(0..10)</c> for the first ten samples.</summary>
    /// <param name="range">The places that stay.</param>
    public Tensor Rows(Range range) => Slice(0, range);

    /// <summary>Chosen places of the first axis, in the order given: how a batch is drawn from a data set, or the vectors of words from a table.</summary>
    /// <param name="indices">The places; one may appear more than once.</param>
    public Tensor Rows(params ReadOnlySpan<int> indices)
    {
        foreach (int index in indices)
            RequireRow(index);
        return GatherOp.Of(this, indices, Shape.With(0, indices.Length));
    }

    /// <summary>Tensors of one shape side by side on a new first axis: pictures to a batch of pictures.</summary>
    /// <param name="tensors">The tensors, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ShapeException">Their shapes differ.</exception>
    public static Tensor Stack(params IReadOnlyList<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Count == 0)
            throw new ArgumentException("There is nothing to stack: give at least one tensor.", nameof(tensors));
        Shape shape = tensors[0].Shape;
        var rows = new Tensor[tensors.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            if (tensors[i].Shape != shape)
                throw new ShapeException($"Tensors that are stacked must have one shape, but tensor 0 has {shape} and tensor {i} has {tensors[i].Shape}.");
            rows[i] = tensors[i].Reshape(shape.WithFirst(null, 1));
        }
        return ConcatenateOp.Of(rows, 0);
    }

    /// <summary>Tensors one after the other along an axis that they have.</summary>
    /// <param name="axis">The axis; -1 is the last.</param>
    /// <param name="tensors">The tensors, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ShapeException">They don't agree in the other axes.</exception>
    public static Tensor Concatenate(int axis, params ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.IsEmpty)
            throw new ArgumentException("There is nothing to put together: give at least one tensor.", nameof(tensors));
        return ConcatenateOp.Of(tensors, tensors[0].AxisAt(axis));
    }

    /// <summary>Fills a tensor with chosen places of the first axis, which have been checked.</summary>
    internal void CopyRows(ReadOnlySpan<int> indices, Tensor to)
    {
        int size = indices.IsEmpty ? 0 : to.Length / indices.Length;
        if (WebKernels.AreThere)
        {
            WebKernels.Gather(Values, indices, size, to.Values);
            return;
        }
        for (int i = 0; i < indices.Length; i++)
            Values.Slice(indices[i] * size, size).CopyTo(to.Values[(i * size)..]);
    }

    private void RequireRow(int index)
    {
        int rows = Shape[AxisAt(0)];
        if ((uint)index >= (uint)rows)
            throw new ArgumentOutOfRangeException(nameof(index), $"A tensor of shape {Shape} has the rows 0 to {rows - 1}, but row {index} was asked for.");
    }
}
