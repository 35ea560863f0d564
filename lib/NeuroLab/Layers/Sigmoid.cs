using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>The logistic function, y = 1 / (1 + exp(-x)): squeezes every number into 0..1. Any shape.</summary>
public sealed class Sigmoid : FormulaLayer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = 1 / (1 + exp(-x)).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        // TensorPrimitives takes no empty spans here.
        if (x.Length > 0)
            TensorPrimitives.Sigmoid(x.Values, y.Values);
    }

    /// <summary>dx = dy · y (1 - y).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Subtract(1, y.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, y.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, dy.Values, dx.Values);
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "Sigmoid()";
}
