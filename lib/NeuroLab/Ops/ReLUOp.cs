using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Rectified linear unit. Shapes: x and y any, the same.</summary>
internal sealed class ReLUOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<ReLUOp>(x).Run();

    /// <summary>y = max(x, 0).</summary>
    protected override void Forward(Tensor x, Tensor y) => InParts.Compute(x, y, static (x, y) => TensorPrimitives.Max(x, 0, y));

    /// <summary>dx = dy where x &gt; 0, else 0.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => InParts.Compute(x, dy, dx, WherePositive.Choose);
}
