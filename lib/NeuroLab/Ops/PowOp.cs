using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Every number to the same power. Shapes: x and y any, the same.</summary>
internal sealed class PowOp : UnaryOperation
{
    private float exponent;

    internal static Tensor Of(Tensor x, float exponent)
    {
        PowOp operation = Take<PowOp>(x);
        operation.exponent = exponent;
        return operation.Run();
    }

    /// <summary>y = xⁿ.</summary>
    protected override void Forward(Tensor x, Tensor y) => Functions.Pow(x.Values, exponent, y.Values);

    /// <summary>dx = dy · n xⁿ⁻¹.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        Functions.Pow(x.Values, exponent - 1, dx.Values);
        TensorPrimitives.Multiply(dx.Values, exponent, dx.Values);
        TensorPrimitives.Multiply(dx.Values, dy.Values, dx.Values);
    }
}
