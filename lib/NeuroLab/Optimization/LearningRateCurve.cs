using System.Globalization;

namespace NeuroLab.Optimization;

/// <summary>What <see cref="LearningRateFinder"/> found: the loss at each rate it tried.</summary>
/// <param name="Rates">The rates, growing.</param>
/// <param name="Losses">The loss at each of them, smoothed over the steps before.</param>
public sealed record LearningRateCurve(IReadOnlyList<float> Rates, IReadOnlyList<float> Losses)
{
    /// <summary>The rate at which the loss fell fastest on its way to its lowest point, per factor of the rate: a good one to start with.</summary>
    /// <exception cref="InvalidOperationException">The loss ran away at once, so there is no curve.</exception>
    public float SuggestedRate
    {
        get
        {
            if (Rates.Count < 2)
                throw new InvalidOperationException("The loss ran away at the lowest rate already, so no rate can be suggested: try a lower one, or look at the data and the start of the weights.");
            // Past its lowest point the loss only jumps about: what falls there is noise.
            int steepest = 0, lowest = Enumerable.Range(0, Losses.Count).MinBy(i => Losses[i]);
            for (int i = 1; i + 1 <= lowest; i++)
            {
                // The rates grow by one factor, so differences of the loss are slopes over the logarithm of the rate.
                if (Losses[i + 1] - Losses[i] < Losses[steepest + 1] - Losses[steepest])
                    steepest = i;
            }
            return Rates[steepest];
        }
    }

    /// <summary>How many rates were tried, and the one suggested.</summary>
    public override string ToString() => Rates.Count < 2
        ? "LearningRateCurve: the loss ran away at once"
        : string.Create(CultureInfo.InvariantCulture, $"LearningRateCurve: {Rates.Count} rates from {Rates[0]:G2} to {Rates[^1]:G2}, suggested {SuggestedRate:G2}");
}
