using NeuroLab.LinearAlgebra;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Rectified linear unit, y = max(x, 0): lets positive numbers through and stops the others. Any shape.</summary>
public sealed class ReLU : FormulaLayer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = max(x, 0).</summary>
    protected override void Forward(Tensor x, Tensor y) => InParts.Compute(x, y, static (x, y) => TensorPrimitives.Max(x, 0, y));

    /// <summary>dx = dy where x &gt; 0, else 0.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => InParts.Compute(x, dy, dx, WherePositive.Choose);

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "ReLU()";
}
