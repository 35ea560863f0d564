using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The difference of two tensors. Shapes: a and b any that can be stretched to one, y that one.</summary>
internal sealed class SubtractOp : BinaryOperation
{
    internal static Tensor Of(Tensor a, Tensor b) => Take<SubtractOp>(a, b).Run();

    /// <summary>y = a - b.</summary>
    protected override void Forward(Tensor y) => Broadcast.Combine(Input(0), Input(1), TensorPrimitives.Subtract, y);

    /// <summary>da = dy, db = -dy.</summary>
    protected override void Backward(int number, Tensor y, Tensor dy, Tensor gradient)
    {
        if (number == 0)
            dy.Values.CopyTo(gradient.Values);
        else
            TensorPrimitives.Negate(dy.Values, gradient.Values);
    }
}
