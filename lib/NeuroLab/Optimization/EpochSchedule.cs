namespace NeuroLab.Optimization;

/// <summary>
/// A schedule whose rate depends on the number of the epoch alone, so that it can be drawn before it is run.
/// </summary>
public abstract class EpochSchedule : Schedule
{
    private protected EpochSchedule(Optimizer optimizer)
        : base(optimizer)
    {
    }

    /// <summary>The rate of an epoch.</summary>
    /// <param name="epoch">Which, 0 for the first.</param>
    public abstract float RateAt(int epoch);

    private protected override float NextRate(float loss) => RateAt(Epoch + 1);
}
