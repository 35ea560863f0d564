namespace NeuroLab.Optimization;

/// <summary>
/// The rate falls along half a cosine wave, slowly at both ends: η = η₁ + (η₀ - η₁) (1 + cos(π epoch / epochs)) / 2. PyTorch's <c>CosineAnnealingLR</c>.
/// </summary>
/// <remarks>I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2016. After the last epoch the wave goes on and rises.</remarks>
public sealed class CosineAnnealing : EpochSchedule
{
    /// <summary>Decay along a cosine.</summary>
    /// <param name="optimizer">Whose rate is changed.</param>
    /// <param name="epochs">How many epochs the way down takes.</param>
    /// <param name="lowestRate">η₁, where it ends.</param>
    public CosineAnnealing(Optimizer optimizer, int epochs, float lowestRate = 0)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        ArgumentOutOfRangeException.ThrowIfNegative(lowestRate);
        Epochs = epochs;
        LowestRate = lowestRate;
    }

    /// <summary>How many epochs the way down takes.</summary>
    public int Epochs { get; }

    /// <summary>η₁, where it ends.</summary>
    public float LowestRate { get; }

    /// <inheritdoc/>
    public override float RateAt(int epoch) => (float)(LowestRate + ((double)BaseRate - LowestRate) * (1 + Math.Cos(Math.PI * epoch / Epochs)) / 2);
}
