using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Full connection. Shapes: x (..., in), W (out, in), b (out), y (..., out).
/// </summary>
internal sealed class LinearOp : Operation
{
    internal static Tensor Of(Tensor x, Tensor weight, Tensor? bias, Shape? shape = null) =>
        (bias is null ? Take<LinearOp>(x, weight) : Take<LinearOp>(x, weight, bias)).Run(shape);

    /// <inheritdoc/>
    protected override Shape OutputShape()
    {
        Shape x = Input(0).Shape, weight = Input(1).Shape;
        return x.With(x.Rank - 1, weight[0]);
    }

    /// <summary>y = b + x Wᵀ.</summary>
    protected override void Forward(Tensor y)
    {
        Tensor x = Input(0), weight = Input(1);
        bool hasBias = InputCount == 3;
        for (int start = 0; hasBias && start < y.Length; start += weight.Shape[0])
            Input(2).Values.CopyTo(y.Values[start..]);
        MatrixProduct.Multiply(x, transposeA: false, weight, transposeB: true, y, accumulate: hasBias);
    }

    /// <summary>dW = dyᵀ x, db = the sum of dy over all rows, dx = dy W.</summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        Tensor x = Input(0), weight = Input(1);
        if (GradientOf(1) is { } dw)
            MatrixProduct.Multiply(dy, transposeA: true, x, transposeB: false, dw);
        if (InputCount == 3 && GradientOf(2) is { } db)
            SumRows(dy.Values, db.Values);
        if (GradientOf(0) is { } dx)
            MatrixProduct.Multiply(dy, transposeA: false, weight, transposeB: false, dx);
    }

    private static void SumRows(ReadOnlySpan<float> rows, Span<float> sum)
    {
        sum.Clear();
        for (int start = 0; start < rows.Length; start += sum.Length)
            TensorPrimitives.Add(sum, rows.Slice(start, sum.Length), sum);
    }
}
