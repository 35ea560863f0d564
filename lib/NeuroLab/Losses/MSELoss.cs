using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Mean squared error over all N elements: L = 1/N Σ (p - t)². Prediction and target have the same shape.
/// </summary>
public sealed class MSELoss : Loss
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor prediction, Tensor target) => SquaredErrorOp.Of(prediction, target);
}
