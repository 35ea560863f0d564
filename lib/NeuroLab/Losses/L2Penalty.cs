using NeuroLab.Layers;
using NeuroLab.Tensors;

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
    protected override Tensor Of(Tensor weights) => 0.5f * (weights * weights).SumAll();
}
