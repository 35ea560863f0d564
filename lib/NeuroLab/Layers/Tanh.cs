using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Hyperbolic tangent, y = tanh(x): squeezes every number into -1..1, around 0. Any shape.</summary>
public sealed class Tanh : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => x.Tanh();

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "Tanh()";
}
