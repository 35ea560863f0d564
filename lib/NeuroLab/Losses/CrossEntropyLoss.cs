using System.Buffers;
using System.Globalization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Cross-entropy of class labels under the softmax of logits: the mean over the batch of -log p[label].
/// </summary>
/// <remarks>
/// Shapes: prediction (batch, classes), any numbers; target (batch), whole numbers 0 .. classes - 1. The prediction is taken
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
    protected override Tensor Compute(Tensor prediction, Tensor target)
    {
        int batch = prediction.Shape[0], classes = prediction.Shape[1];
        int[] labels = ArrayPool<int>.Shared.Rent(batch);
        try
        {
            for (int sample = 0; sample < batch; sample++)
                labels[sample] = LabelOf(target, sample, classes);
            return CrossEntropyOp.Of(prediction, labels.AsSpan(0, batch), LabelSmoothing);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(labels);
        }
    }

    /// <inheritdoc/>
    protected override void CheckShapes(Shape prediction, Shape target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (prediction.Rank != 2)
            throw new ShapeException($"{this} expects logits of shape (batch, classes), but was given {prediction}.");
        if (target.Rank != 1 || target[0] != prediction[0])
        {
            string remedy = target == prediction ? " One-hot targets are not needed: give the number of the class." : "";
            throw new ShapeException($"{this} expects one label a sample, so with logits of shape {prediction} labels of shape ({prediction[0]}), but was given {target}.{remedy}");
        }
    }

    /// <summary>The loss, with its label smoothing if there is any.</summary>
    public override string ToString() => LabelSmoothing == 0 ? "CrossEntropyLoss()" : string.Create(CultureInfo.InvariantCulture, $"CrossEntropyLoss(labelSmoothing: {LabelSmoothing})");

    private static int LabelOf(Tensor target, int sample, int classes)
    {
        float label = target.Values[sample];
        if (label >= 0 && label < classes && label == MathF.Floor(label))
            return (int)label;
        throw new ArgumentOutOfRangeException(nameof(target),
            string.Create(CultureInfo.InvariantCulture, $"The label of sample {sample} is {label}, but with logits for {classes} classes labels are the whole numbers 0 to {classes - 1}. ") +
            "Count classes from 0, and give the last layer one output a class.");
    }
}
