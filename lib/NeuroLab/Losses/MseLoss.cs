using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Mean squared error over all N elements: L = 1/N Σ (p - t)². Prediction and target have the same shape.
/// </summary>
public sealed class MseLoss : Loss
{
    /// <summary>L = 1/N Σ (p - t)², dp = 2/N (p - t).</summary>
    protected override float Compute(Tensor prediction, Tensor target, Tensor gradient)
    {
        TensorPrimitives.Subtract(prediction.Values, target.Values, gradient.Values);
        float loss = TensorPrimitives.SumOfSquares(gradient.Values) / gradient.Length;
        TensorPrimitives.Multiply(gradient.Values, 2f / gradient.Length, gradient.Values);
        return loss;
    }
}
