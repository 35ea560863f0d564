using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>Adds up loss and right answers over batches of different size.</summary>
internal struct Tally(Dataset samples, double threshold)
{
    private readonly bool hasClasses = samples.ClassCount > 0;
    private double lossSum;
    private long right;
    private long count;
    private bool counted;

    /// <summary>The mean loss over all samples.</summary>
    internal readonly double Loss => lossSum / count;

    /// <summary>The part answered right, or null where the targets are no classes.</summary>
    internal readonly double? Accuracy => counted ? (double)right / count : null;

    internal void Add(float loss, Tensor prediction, Tensor targets)
    {
        int batch = targets.Shape[0];
        lossSum += (double)loss * batch;
        count += batch;
        if (!hasClasses || !Metrics.AreScores(prediction.Shape, targets.Shape))
            return;
        counted = true;
        right += Metrics.CountRight(prediction, targets, threshold);
    }
}
