using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Binary cross-entropy on logits: for each of N yes-or-no answers -t log σ(z) - (1 - t) log(1 - σ(z)), and the mean over them.
/// Prediction z and target t have the same shape; t is 0 or 1, or a probability between.
/// </summary>
/// <remarks>
/// The prediction is taken before the sigmoid, so that large z don't overflow: w |z| + log(1 + exp(-|z|)), where w is the part of the
/// target that lies on the other side: 1 - t for positive z, t for negative. An infinite z that is right costs nothing.
/// </remarks>
public sealed class BceWithLogitsLoss : Loss
{
    /// <summary>L = 1/N Σ (w |z| + log(1 + exp(-|z|))), dz = (σ(z) - t) / N.</summary>
    protected override float Compute(Tensor prediction, Tensor target, Tensor gradient)
    {
        double loss = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            float z = prediction.Values[i], t = target.Values[i];
            if (!(t >= 0 && t <= 1))
                throw new ArgumentOutOfRangeException(nameof(target), string.Create(CultureInfo.InvariantCulture, $"Target number {i} is {t}, but {this} takes 0 (no), 1 (yes), or a probability between. For more than two classes use CrossEntropyLoss."));
            float exp = MathF.Exp(-MathF.Abs(z)), wrong = z >= 0 ? 1 - t : t;
            loss += (wrong > 0 ? wrong * MathF.Abs(z) : 0) + double.LogP1(exp);
            float sigmoid = z >= 0 ? 1 / (1 + exp) : exp / (1 + exp);
            gradient.Values[i] = (sigmoid - t) / gradient.Length;
        }
        return (float)(loss / gradient.Length);
    }
}
