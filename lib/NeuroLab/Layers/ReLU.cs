using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Rectified linear unit, y = max(x, 0): lets positive numbers through and stops the others. Any shape.</summary>
public sealed class ReLU : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => x.ReLU();

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "ReLU()";
}
