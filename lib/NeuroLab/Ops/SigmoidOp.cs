using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The logistic function. Shapes: x and y any, the same.</summary>
internal sealed class SigmoidOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<SigmoidOp>(x).Run();

    /// <summary>y = 1 / (1 + exp(-x)).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        // TensorPrimitives takes no empty spans here.
        if (x.Length > 0)
            Functions.Sigmoid(x.Values, y.Values);
    }

    /// <summary>dx = dy · y (1 - y).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Subtract(1, y.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, y.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, dy.Values, dx.Values);
    }
}
