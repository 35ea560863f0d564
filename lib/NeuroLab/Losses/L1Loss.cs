using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// Mean absolute error over all N elements: L = 1/N Σ |p - t|. Prediction and target have the same shape.
/// </summary>
public sealed class L1Loss : Loss
{
    /// <inheritdoc/>
    protected override Tensor Compute(Tensor prediction, Tensor target) => AbsoluteErrorOp.Of(prediction, target);
}
