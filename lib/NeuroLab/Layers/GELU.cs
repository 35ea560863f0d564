using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Gaussian error linear unit, y = x Φ(x), Φ being the normal distribution's cumulative function: a smooth ReLU. Any shape.
/// </summary>
/// <remarks>Φ(x) = (1 + erf(x / √2)) / 2, without approximation. D. Hendrycks and K. Gimpel, "Gaussian error linear units", 2016.</remarks>
public sealed class GELU : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => GELUOp.Of(x);

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "GELU()";
}
