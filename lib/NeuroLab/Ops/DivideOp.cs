using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The quotient of two tensors. Shapes: a and b any that can be stretched to one, y that one.</summary>
internal sealed class DivideOp : BinaryOperation
{
    internal static Tensor Of(Tensor a, Tensor b) => Take<DivideOp>(a, b).Run();

    /// <summary>y = a / b.</summary>
    protected override void Forward(Tensor y) => Broadcast.Combine(Input(0), Input(1), TensorPrimitives.Divide, y);

    /// <summary>da = dy / b, db = -dy · y / b.</summary>
    protected override void Backward(int number, Tensor y, Tensor dy, Tensor gradient)
    {
        Broadcast.Combine(dy, Input(1), TensorPrimitives.Divide, gradient);
        if (number == 0)
            return;
        TensorPrimitives.Multiply(gradient.Values, y.Values, gradient.Values);
        TensorPrimitives.Negate(gradient.Values, gradient.Values);
    }
}
