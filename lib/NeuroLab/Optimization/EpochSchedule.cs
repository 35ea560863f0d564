namespace NeuroLab.Optimization;

/// <summary>
/// A schedule whose rate depends on the number of the epoch alone, so that it can be drawn before it is run.
/// </summary>
public abstract class EpochSchedule : Schedule
{
    /// <summary>A schedule for an optimizer.</summary>
    /// <param name="optimizer">Whose rate is changed.</param>
    protected EpochSchedule(Optimizer optimizer)
        : base(optimizer)
    {
    }

    /// <summary>The rate of an epoch.</summary>
    /// <param name="epoch">Which, 0 for the first.</param>
    public abstract float RateAt(int epoch);

    /// <inheritdoc/>
    protected sealed override float NextRate(float loss) => RateAt(Epoch + 1);
}
