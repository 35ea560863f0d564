using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// The logarithm of softmax over the last axis, yᵢ = xᵢ - log Σ exp(xⱼ), computed without overflow or log(0). Any shape.
/// </summary>
public sealed class LogSoftmax : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => Softmax.RequireLastAxis(this, input);

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        OutputShapeOf(x);
        return x.LogSoftmax();
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "LogSoftmax()";
}
