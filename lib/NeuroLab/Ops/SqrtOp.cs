using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The square root. Shapes: x and y any, the same.</summary>
internal sealed class SqrtOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<SqrtOp>(x).Run();

    /// <summary>y = √x.</summary>
    protected override void Forward(Tensor x, Tensor y) => TensorPrimitives.Sqrt(x.Values, y.Values);

    /// <summary>dx = dy / (2 y).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Divide(dy.Values, y.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, 0.5f, dx.Values);
    }
}
