using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>Adds up loss and right answers over batches of different size.</summary>
internal struct Tally(double threshold)
{
    private double lossSum;
    private long right;
    private long count;
    private bool counted;

    /// <summary>The mean loss over all samples.</summary>
    internal readonly double Loss => lossSum / count;

    /// <summary>The part answered right, or null where there are no classes.</summary>
    internal readonly double? Accuracy => counted ? (double)right / count : null;

    internal void Add(float loss, Tensor prediction, Batch batch)
    {
        lossSum += (double)loss * batch.Count;
        count += batch.Count;
        if (!batch.HasLabels || !Metrics.AreScores(prediction.Shape))
            return;
        counted = true;
        right += Metrics.CountRight(prediction, batch.Labels, threshold);
    }
}
