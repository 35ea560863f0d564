using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The product of two tensors, element by element. Shapes: a and b any that can be stretched to one, y that one.</summary>
internal sealed class MultiplyOp : BinaryOperation
{
    internal static Tensor Of(Tensor a, Tensor b) => Take<MultiplyOp>(a, b).Run();

    /// <summary>y = a · b.</summary>
    protected override void Forward(Tensor y) => Broadcast.Combine(Input(0), Input(1), TensorPrimitives.Multiply, y);

    /// <summary>da = dy · b, db = dy · a.</summary>
    protected override void Backward(int number, Tensor y, Tensor dy, Tensor gradient) =>
        Broadcast.Combine(dy, Input(1 - number), TensorPrimitives.Multiply, gradient);
}
