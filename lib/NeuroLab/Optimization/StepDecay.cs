namespace NeuroLab.Optimization;

/// <summary>The rate falls by a factor every so many epochs: η = η₀ γ^⌊epoch / size⌋. PyTorch's <c>StepLR</c>.</summary>
public sealed class StepDecay : EpochSchedule
{
    /// <summary>Decay by steps.</summary>
    /// <param name="optimizer">Whose rate is changed.</param>
    /// <param name="stepSize">How many epochs lie between two falls.</param>
    /// <param name="gamma">γ, the factor.</param>
    public StepDecay(Optimizer optimizer, int stepSize, float gamma = 0.1f)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepSize);
        StepSize = stepSize;
        Gamma = Factor(gamma, nameof(gamma));
    }

    /// <summary>How many epochs lie between two falls.</summary>
    public int StepSize { get; }

    /// <summary>γ, the factor.</summary>
    public float Gamma { get; }

    /// <inheritdoc/>
    public override float RateAt(int epoch) => (float)(BaseRate * Math.Pow(Gamma, epoch / StepSize));
}
