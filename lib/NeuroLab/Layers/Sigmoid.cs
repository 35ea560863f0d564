using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>The logistic function, y = 1 / (1 + exp(-x)): squeezes every number into 0..1. Any shape.</summary>
public sealed class Sigmoid : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => x.Sigmoid();

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "Sigmoid()";
}
