namespace NeuroLab.Optimization;

/// <summary>The rate falls by a factor every epoch: η = η₀ γ^epoch. PyTorch's <c>ExponentialLR</c>.</summary>
public sealed class ExponentialDecay : EpochSchedule
{
    /// <summary>Exponential decay.</summary>
    /// <param name="optimizer">Whose rate is changed.</param>
    /// <param name="gamma">γ, the factor.</param>
    public ExponentialDecay(Optimizer optimizer, float gamma)
        : base(optimizer)
    {
        Gamma = Factor(gamma, nameof(gamma));
    }

    /// <summary>γ, the factor.</summary>
    public float Gamma { get; }

    /// <inheritdoc/>
    public override float RateAt(int epoch) => (float)(BaseRate * Math.Pow(Gamma, epoch));
}
