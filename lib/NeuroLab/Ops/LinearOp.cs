using NeuroLab.Kernels;
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
        if (hasBias)
            FillRows(Input(2).Values, y.Values);
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

    /// <summary>Each copy is as long as all before it: few calls, however many rows.</summary>
    private static void FillRows(ReadOnlySpan<float> row, Span<float> rows)
    {
        if (rows.IsEmpty)
            return;
        row.CopyTo(rows);
        for (int done = row.Length; done < rows.Length; done *= 2)
            rows[..Math.Min(done, rows.Length - done)].CopyTo(rows[done..]);
    }

    private static unsafe void SumRows(ReadOnlySpan<float> rows, Span<float> sum)
    {
        fixed (float* from = rows, to = sum)
            Rows.Sum(from, sum.Length == 0 ? 0 : rows.Length / sum.Length, sum.Length, to);
    }
}
