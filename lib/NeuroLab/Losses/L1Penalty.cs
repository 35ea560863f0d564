using NeuroLab.Layers;

namespace NeuroLab.Losses;

/// <summary>The L1 penalty, λ Σ |w|: pulls every weight with the same force, so that small ones end at zero.</summary>
/// <param name="parameters">What it weighs on.</param>
/// <param name="strength">λ, how much it weighs.</param>
public sealed class L1Penalty(IEnumerable<Parameter> parameters, float strength) : Penalty(parameters, strength)
{
    /// <summary>Σ |w|.</summary>
    protected override double ValueOf(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        foreach (float weight in weights)
            sum += MathF.Abs(weight);
        return sum;
    }

    /// <summary>dw += λ sign(w).</summary>
    protected override void AddGradient(ReadOnlySpan<float> weights, Span<float> gradient)
    {
        for (int i = 0; i < weights.Length; i++)
            gradient[i] += weights[i] > 0 ? Strength : weights[i] < 0 ? -Strength : 0;
    }
}
