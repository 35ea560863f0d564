using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>The L1 penalty, λ Σ |w|: pulls every weight with the same force, so that small ones end at zero.</summary>
/// <param name="parameters">What it weighs on.</param>
/// <param name="strength">λ, how much it weighs.</param>
public sealed class L1Penalty(IEnumerable<Parameter> parameters, float strength) : Penalty(parameters, strength)
{
    /// <summary>Σ |w|.</summary>
    protected override Tensor Of(Tensor weights) => weights.Abs().SumAll();
}
