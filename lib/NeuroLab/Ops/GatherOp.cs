using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Chosen rows of a table, in any order, also more than once. Shapes: x (rows, ...), y (number of indices, ...).</summary>
internal sealed class GatherOp : UnaryOperation
{
    private int[] indices = [];
    private int count;

    internal static Tensor Of(Tensor x, ReadOnlySpan<int> indices, Shape shape)
    {
        GatherOp operation = Take<GatherOp>(x);
        if (operation.indices.Length < indices.Length)
            operation.indices = new int[indices.Length];
        indices.CopyTo(operation.indices);
        operation.count = indices.Length;
        return operation.Run(shape);
    }

    /// <summary>y[i] = x[index i].</summary>
    protected override void Forward(Tensor x, Tensor y) => x.CopyRows(indices.AsSpan(0, count), y);

    /// <summary>dx[r] = the sum of dy[i] over all i whose index is r.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        int size = x.Length / x.Shape[0];
        dx.Values.Clear();
        for (int i = 0; i < count; i++)
        {
            Span<float> row = dx.Values.Slice(indices[i] * size, size);
            TensorPrimitives.Add(row, dy.Values.Slice(i * size, size), row);
        }
    }
}
