using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// The rate falls by a factor when the loss has not got better for some epochs. PyTorch's <c>ReduceLROnPlateau</c>.
/// </summary>
public sealed class ReduceOnPlateau : Schedule
{
    private readonly Tensor best;
    private readonly Counter badEpochs;

    /// <summary>Decay where learning stands still.</summary>
    /// <param name="optimizer">Whose rate is changed.</param>
    /// <param name="factor">By what the rate is multiplied.</param>
    /// <param name="patience">How many epochs without a better loss are borne; the one after them lowers the rate.</param>
    /// <param name="threshold">By which part of the best loss a loss must lie below it to count as better.</param>
    /// <param name="lowestRate">The rate never falls below this.</param>
    public ReduceOnPlateau(Optimizer optimizer, float factor = 0.1f, int patience = 10, float threshold = 1e-4f, float lowestRate = 0)
        : base(optimizer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfNegative(lowestRate);
        DecayFactor = Factor(factor, nameof(factor));
        Patience = patience;
        Threshold = threshold;
        LowestRate = lowestRate;
        best = Remember("best", float.PositiveInfinity);
        badEpochs = Count("bad_epochs");
    }

    /// <summary>By what the rate is multiplied.</summary>
    public float DecayFactor { get; }

    /// <summary>How many epochs without a better loss are borne.</summary>
    public int Patience { get; }

    /// <summary>By which part of the best loss a loss must lie below it to count as better.</summary>
    public float Threshold { get; }

    /// <summary>The rate never falls below this.</summary>
    public float LowestRate { get; }

    /// <inheritdoc/>
    protected override float NextRate(float loss)
    {
        if (float.IsNaN(loss))
            throw new ArgumentException("ReduceOnPlateau watches the loss, but was given none, or one that is not a number: end each epoch with Step(validationLoss).", nameof(loss));
        bool better = loss < best.Values[0] * (1 - (double)Threshold);
        if (better)
            best.Values[0] = loss;
        badEpochs.Value = better ? 0 : badEpochs.Value + 1;
        if (badEpochs.Value <= Patience)
            return Optimizer.LearningRate;
        badEpochs.Value = 0;
        return MathF.Max(LowestRate, Optimizer.LearningRate * DecayFactor);
    }
}
