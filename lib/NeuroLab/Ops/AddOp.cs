using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The sum of two tensors. Shapes: a and b any that can be stretched to one, y that one.</summary>
internal sealed class AddOp : BinaryOperation
{
    internal static Tensor Of(Tensor a, Tensor b) => Take<AddOp>(a, b).Run();

    /// <summary>y = a + b.</summary>
    protected override void Forward(Tensor y) => Broadcast.Combine(Input(0), Input(1), TensorPrimitives.Add, y);

    /// <summary>da = dy, db = dy.</summary>
    protected override void Backward(int number, Tensor y, Tensor dy, Tensor gradient) => dy.Values.CopyTo(gradient.Values);
}
