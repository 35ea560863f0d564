using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Products of matrices, one or a batch of them. Shapes: A (..., m, k), B (..., k, n) with the same leading axes, or (k, n) for all; Y (..., m, n).
/// </summary>
internal sealed class MatMulOp : Operation
{
    internal static Tensor Of(Tensor a, Tensor b) => Take<MatMulOp>(a, b).Run();

    /// <inheritdoc/>
    protected override Shape OutputShape()
    {
        Shape a = Input(0).Shape, b = Input(1).Shape;
        var axes = new (string?, int)[a.Rank];
        for (int axis = 0; axis < a.Rank - 1; axis++)
            axes[axis] = (a.NameOf(axis), a[axis]);
        axes[^1] = (b.NameOf(b.Rank - 1), b[^1]);
        return new Shape(axes);
    }

    /// <summary>Y = A B, matrix by matrix.</summary>
    protected override void Forward(Tensor y) => Multiply(Input(0), false, Input(1), false, y);

    /// <summary>dA = dY Bᵀ, dB = Aᵀ dY; where one B serves all, the rows of all A are one matrix.</summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        if (GradientOf(0) is { } da)
            Multiply(dy, false, Input(1), true, da);
        if (GradientOf(1) is { } db)
            Multiply(Input(0), true, dy, false, db);
    }

    private void Multiply(Tensor left, bool transposeLeft, Tensor right, bool transposeRight, Tensor result)
    {
        Shape b = Input(1).Shape;
        int count = b.Rank == 2 ? 1 : b.ElementCount / Math.Max(1, b[^1] * b[^2]);
        for (int i = 0; i < count; i++)
            MatrixProduct.Multiply(Part(left, i, count), left.Shape[^1], transposeLeft, Part(right, i, count), right.Shape[^1], transposeRight, Part(result, i, count), accumulate: false);
    }

    private static Span<float> Part(Tensor tensor, int i, int count)
    {
        int length = tensor.Length / count;
        return tensor.Values.Slice(i * length, length);
    }
}
