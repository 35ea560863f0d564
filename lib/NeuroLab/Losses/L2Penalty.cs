using NeuroLab.Layers;

namespace NeuroLab.Losses;

/// <summary>
/// The L2 penalty, λ/2 Σ w²: pulls every weight in proportion to its size, so that all shrink and none ends at zero. Its gradient
/// is λ w, the same as an optimizer's weight decay of λ adds.
/// </summary>
/// <param name="parameters">What it weighs on.</param>
/// <param name="strength">λ, how much it weighs.</param>
public sealed class L2Penalty(IEnumerable<Parameter> parameters, float strength) : Penalty(parameters, strength)
{
    /// <summary>1/2 Σ w².</summary>
    protected override double ValueOf(ReadOnlySpan<float> weights)
    {
        double sum = 0;
        foreach (float weight in weights)
            sum += (double)weight * weight;
        return sum / 2;
    }

    /// <summary>dw += λ w.</summary>
    protected override void AddGradient(ReadOnlySpan<float> weights, Span<float> gradient) =>
        TensorPrimitives.MultiplyAdd(weights, Strength, gradient, gradient);
}
