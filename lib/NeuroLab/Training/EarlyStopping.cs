namespace NeuroLab.Training;

/// <summary>
/// Says when to stop training: when the validation loss (or another number) has not become better for some epochs.
/// </summary>
/// <example>
/// <code>
/// var stopping = new EarlyStopping(patience: 5);
/// foreach (Epoch epoch in trainer.Run(train, new(Epochs: 100, BatchSize: 64, random, validation)))
/// {
///     if (stopping.ShouldStop(epoch))
///         break;
/// }
/// </code>
/// </example>
public sealed class EarlyStopping
{
    private readonly BestEpoch best;

    /// <summary>Stops after some epochs without improvement.</summary>
    /// <param name="patience">How many epochs in a row may pass without improvement; 1 or more.</param>
    /// <param name="metric">What is watched.</param>
    /// <param name="minImprovement">By how much an epoch must be better than the best before it to count.</param>
    public EarlyStopping(int patience, WatchedMetric metric = WatchedMetric.ValidationLoss, double minImprovement = 0)
    {
        if (patience < 1)
            throw new ArgumentOutOfRangeException(nameof(patience), $"Patience is the number of epochs without improvement that are borne, 1 or more, but {patience} was given.");
        if (!(minImprovement >= 0))
            throw new ArgumentOutOfRangeException(nameof(minImprovement), $"The least improvement is 0 or more, but {FormattableString.Invariant($"{minImprovement}")} was given.");
        Patience = patience;
        best = new BestEpoch(metric, minImprovement);
    }

    /// <summary>How many epochs in a row may pass without improvement.</summary>
    public int Patience { get; }

    /// <summary>The best epoch so far; null before the first.</summary>
    public Epoch? Best => best.Epoch;

    /// <summary>How many epochs have passed since the best.</summary>
    public int EpochsWithoutImprovement { get; private set; }

    /// <summary>Takes note of an epoch and says whether it should be the last.</summary>
    /// <param name="epoch">The epoch that has just ended.</param>
    /// <exception cref="InvalidOperationException">The epoch does not have the number that is watched.</exception>
    public bool ShouldStop(Epoch epoch)
    {
        EpochsWithoutImprovement = best.Improves(epoch) ? 0 : EpochsWithoutImprovement + 1;
        return EpochsWithoutImprovement >= Patience;
    }
}
