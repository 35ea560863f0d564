using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The logarithm of softmax over the last axis, computed without overflow or log(0). Shapes: x and y (..., classes).</summary>
internal sealed class LogSoftmaxOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<LogSoftmaxOp>(x).Run();

    /// <summary>yᵢ = (xᵢ - max) - log Σ exp(xⱼ - max).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        int size = x.Shape[^1];
        for (int start = 0; start < x.Length; start += size)
        {
            ReadOnlySpan<float> logits = x.Values.Slice(start, size);
            Span<float> row = y.Values.Slice(start, size);
            float max = TensorPrimitives.Max(logits);
            TensorPrimitives.Subtract(logits, max, row);
            Functions.Exp(row, row);
            float logSum = MathF.Log(TensorPrimitives.Sum(row));
            TensorPrimitives.Subtract(logits, max, row);
            TensorPrimitives.Subtract(row, logSum, row);
        }
    }

    /// <summary>dxᵢ = dyᵢ - softmax(x)ᵢ Σ dyⱼ, where softmax(x) = exp(y).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        int size = x.Shape[^1];
        for (int start = 0; start < x.Length; start += size)
        {
            ReadOnlySpan<float> above = dy.Values.Slice(start, size);
            Span<float> result = dx.Values.Slice(start, size);
            Functions.Exp(y.Values.Slice(start, size), result);
            TensorPrimitives.Multiply(result, -TensorPrimitives.Sum(above), result);
            TensorPrimitives.Add(result, above, result);
        }
    }
}
