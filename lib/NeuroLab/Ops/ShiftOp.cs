using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Every number plus the same one. Shapes: x and y any, the same.</summary>
internal sealed class ShiftOp : UnaryOperation
{
    private float added;

    internal static Tensor Of(Tensor x, float added)
    {
        ShiftOp operation = Take<ShiftOp>(x);
        operation.added = added;
        return operation.Run();
    }

    /// <summary>y = x + c.</summary>
    protected override void Forward(Tensor x, Tensor y) => TensorPrimitives.Add(x.Values, added, y.Values);

    /// <summary>dx = dy.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => dy.Values.CopyTo(dx.Values);
}
