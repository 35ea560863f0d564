using System.Globalization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Cross-entropy of class labels under the softmax of logits: the mean over the batch of -log p[label].
/// </summary>
/// <remarks>
/// Shapes: prediction (batch, classes), any numbers; labels (batch), whole numbers 0 .. classes - 1. The prediction is taken
/// before softmax (logits), so that log p can be computed without overflow: log pᵢ = zᵢ - m - log Σ exp(zⱼ - m), m = max z.
/// </remarks>
public sealed class CrossEntropyLoss : Loss
{
    /// <summary>Cross-entropy.</summary>
    /// <param name="labelSmoothing">ε, the part of each target that is spread evenly over all classes; 0 or more, below 1.</param>
    public CrossEntropyLoss(float labelSmoothing = 0)
    {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1))
            throw new ArgumentOutOfRangeException(nameof(labelSmoothing), string.Create(CultureInfo.InvariantCulture, $"Label smoothing is the part of a target that is spread over all classes, from 0 up to but not including 1, but {labelSmoothing} was given."));
        LabelSmoothing = labelSmoothing;
    }

    /// <summary>ε, the part of each target that is spread evenly over all classes.</summary>
    public float LabelSmoothing { get; }

    /// <inheritdoc/>
    protected override bool TakesLabels => true;

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor prediction, int[] labels) => CrossEntropyOp.Of(prediction, labels, LabelSmoothing);

    /// <summary>The loss, with its label smoothing if there is any.</summary>
    public override string ToString() => LabelSmoothing == 0 ? "CrossEntropyLoss()" : string.Create(CultureInfo.InvariantCulture, $"CrossEntropyLoss(labelSmoothing: {LabelSmoothing})");
}
