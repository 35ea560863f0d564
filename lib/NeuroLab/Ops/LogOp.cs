using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The natural logarithm. Shapes: x and y any, the same.</summary>
internal sealed class LogOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<LogOp>(x).Run();

    /// <summary>y = log(x).</summary>
    protected override void Forward(Tensor x, Tensor y) => Functions.Log(x.Values, y.Values);

    /// <summary>dx = dy / x.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => TensorPrimitives.Divide(dy.Values, x.Values, dx.Values);
}
