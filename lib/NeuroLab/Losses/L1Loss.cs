using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Mean absolute error over all N elements: L = 1/N Σ |p - t|. Prediction and target have the same shape.
/// </summary>
public sealed class L1Loss : Loss
{
    /// <summary>L = 1/N Σ |p - t|, dp = sign(p - t) / N.</summary>
    protected override float Compute(Tensor prediction, Tensor target, Tensor gradient)
    {
        double loss = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            float difference = prediction.Values[i] - target.Values[i];
            loss += MathF.Abs(difference);
            gradient.Values[i] = (difference > 0 ? 1f : difference < 0 ? -1f : 0) / gradient.Length;
        }
        return (float)(loss / gradient.Length);
    }
}
