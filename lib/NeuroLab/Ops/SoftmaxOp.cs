using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Softmax over the last axis. Shapes: x and y (..., classes).</summary>
/// <remarks>The largest x of a row is subtracted first, which changes nothing but keeps exp from overflowing.</remarks>
internal sealed class SoftmaxOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<SoftmaxOp>(x).Run();

    /// <summary>yᵢ = exp(xᵢ - max) / Σ exp(xⱼ - max).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        int size = x.Shape[^1];
        for (int start = 0; start < x.Length; start += size)
        {
            ReadOnlySpan<float> logits = x.Values.Slice(start, size);
            Span<float> row = y.Values.Slice(start, size);
            TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), row);
            Functions.Exp(row, row);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum(row), row);
        }
    }

    /// <summary>dxᵢ = yᵢ (dyᵢ - Σ dyⱼ yⱼ).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        int size = x.Shape[^1];
        for (int start = 0; start < x.Length; start += size)
        {
            ReadOnlySpan<float> row = y.Values.Slice(start, size), above = dy.Values.Slice(start, size);
            Span<float> result = dx.Values.Slice(start, size);
            TensorPrimitives.Subtract(above, TensorPrimitives.Dot(above, row), result);
            TensorPrimitives.Multiply(result, row, result);
        }
    }
}
