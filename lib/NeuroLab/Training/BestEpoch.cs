namespace NeuroLab.Training;

/// <summary>Compares epochs by one number and remembers the best so far.</summary>
internal sealed class BestEpoch(WatchedMetric metric, double minImprovement)
{
    private double bestScore = double.NegativeInfinity;

    internal Epoch? Epoch { get; private set; }

    /// <summary>Whether the epoch is better than all before it; then it is the best from now on.</summary>
    /// <exception cref="InvalidOperationException">The epoch does not have the number that is watched.</exception>
    internal bool Improves(Epoch epoch)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        double score = Score(epoch);
        // Written so that a loss that is no number never counts as better.
        if (Epoch is not null && !(score > bestScore + minImprovement))
            return false;
        bestScore = double.IsNaN(score) ? double.NegativeInfinity : score;
        Epoch = epoch;
        return true;
    }

    /// <summary>Higher is better.</summary>
    private double Score(Epoch epoch)
    {
        double? value = metric switch
        {
            WatchedMetric.ValidationLoss => -epoch.ValidationLoss,
            WatchedMetric.ValidationAccuracy => epoch.ValidationAccuracy,
            WatchedMetric.TrainingLoss => -epoch.Loss,
            WatchedMetric.TrainingAccuracy => epoch.Accuracy,
            _ => throw new InvalidOperationException($"There is no metric {metric}."),
        };
        return value ?? throw new InvalidOperationException(
            $"Epoch {epoch.Number} has no {metric}: " + (metric is WatchedMetric.ValidationLoss || epoch.ValidationLoss is null && metric is WatchedMetric.ValidationAccuracy
                ? "give the run validation samples, trainer.Run(train, new(..., validation)), or watch the training loss."
                : "accuracy is counted where the targets are classes. Watch a loss instead."));
    }
}
