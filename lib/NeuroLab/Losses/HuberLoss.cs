using System.Globalization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Huber's loss over all N elements: squared error for small differences, absolute error for large ones, so that outliers pull
/// less. Prediction and target have the same shape.
/// </summary>
/// <remarks>P. Huber, "Robust estimation of a location parameter", 1964.</remarks>
public sealed class HuberLoss : Loss
{
    /// <summary>Huber's loss.</summary>
    /// <param name="delta">δ, the difference from which on the loss grows in a straight line; more than 0.</param>
    public HuberLoss(float delta = 1)
    {
        if (!(delta > 0))
            throw new ArgumentOutOfRangeException(nameof(delta), string.Create(CultureInfo.InvariantCulture, $"Huber's δ is the difference from which on the loss grows in a straight line, more than 0, but {delta} was given."));
        Delta = delta;
    }

    /// <summary>δ, the difference from which on the loss grows in a straight line.</summary>
    public float Delta { get; }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor prediction, Tensor target) => HuberOp.Of(prediction, target, Delta);

    /// <summary>The loss with its δ.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HuberLoss({Delta})");
}
