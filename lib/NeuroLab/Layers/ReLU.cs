using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Rectified linear unit, y = max(x, 0): lets positive numbers through and stops the others. Any shape.</summary>
public sealed class ReLU : FormulaLayer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = max(x, 0).</summary>
    protected override void Forward(Tensor x, Tensor y) => TensorPrimitives.Max(x.Values, 0, y.Values);

    /// <summary>dx = dy where x &gt; 0, else 0.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => WherePositive.Choose(x.Values, dy.Values, dx.Values);

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "ReLU()";
}
