using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Every number times, or divided by, the same one. Shapes: x and y any, the same.</summary>
internal sealed class ScaleOp : UnaryOperation
{
    private float factor;
    private bool divides;

    internal static Tensor Of(Tensor x, float factor, bool divides = false)
    {
        ScaleOp operation = Take<ScaleOp>(x);
        (operation.factor, operation.divides) = (factor, divides);
        return operation.Run();
    }

    /// <summary>y = c x, or x / c.</summary>
    protected override void Forward(Tensor x, Tensor y) => Scale(x, y);

    /// <summary>dx = c dy, or dy / c.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => Scale(dy, dx);

    private void Scale(Tensor from, Tensor to)
    {
        if (divides)
            TensorPrimitives.Divide(from.Values, factor, to.Values);
        else
            TensorPrimitives.Multiply(from.Values, factor, to.Values);
    }
}
