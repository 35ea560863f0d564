using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Hyperbolic tangent, y = tanh(x): squeezes every number into -1..1, around 0. Any shape.</summary>
public sealed class Tanh : FormulaLayer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = tanh(x).</summary>
    protected override void Forward(Tensor x, Tensor y) => TensorPrimitives.Tanh(x.Values, y.Values);

    /// <summary>dx = dy · (1 - y²).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Multiply(y.Values, y.Values, dx.Values);
        TensorPrimitives.Subtract(1, dx.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, dy.Values, dx.Values);
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "Tanh()";
}
