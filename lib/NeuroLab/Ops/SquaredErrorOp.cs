using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Mean squared error. Shapes: p and t the same, L ().</summary>
internal sealed class SquaredErrorOp : LossOp
{
    internal static Tensor Of(Tensor prediction, Tensor target) => Take<SquaredErrorOp>(prediction, target).Run();

    /// <summary>L = 1/N Σ (p - t)², dp = 2/N (p - t).</summary>
    protected override float Compute(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        TensorPrimitives.Subtract(prediction, target, gradient);
        float loss = TensorPrimitives.SumOfSquares<float>(gradient) / gradient.Length;
        TensorPrimitives.Multiply(gradient, 2f / gradient.Length, gradient);
        return loss;
    }
}
