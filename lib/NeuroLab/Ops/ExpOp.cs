using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The exponential function. Shapes: x and y any, the same.</summary>
internal sealed class ExpOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<ExpOp>(x).Run();

    /// <summary>y = exp(x).</summary>
    protected override void Forward(Tensor x, Tensor y) => Functions.Exp(x.Values, y.Values);

    /// <summary>dx = dy · y.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => TensorPrimitives.Multiply(dy.Values, y.Values, dx.Values);
}
