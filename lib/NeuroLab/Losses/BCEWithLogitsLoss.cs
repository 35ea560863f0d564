using System.Globalization;
using NeuroLab.Ops;
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
public sealed class BCEWithLogitsLoss : Loss
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor prediction, Tensor target)
    {
        ReadOnlySpan<float> numbers = target.Values;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!(numbers[i] >= 0 && numbers[i] <= 1))
                throw new ArgumentOutOfRangeException(nameof(target), string.Create(CultureInfo.InvariantCulture, $"Target number {i} is {numbers[i]}, but {this} takes 0 (no), 1 (yes), or a probability between. For more than two classes use CrossEntropyLoss."));
        }
        return BinaryCrossEntropyOp.Of(prediction, target);
    }
}
