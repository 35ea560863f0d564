using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>ReLU that lets a small part of negative numbers through. Shapes: x and y any, the same.</summary>
internal sealed class LeakyReLUOp : UnaryOperation
{
    private float slope;

    internal static Tensor Of(Tensor x, float slope)
    {
        LeakyReLUOp operation = Take<LeakyReLUOp>(x);
        operation.slope = slope;
        return operation.Run();
    }

    /// <summary>y = x where x &gt; 0, else slope · x.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        TensorPrimitives.Multiply(x.Values, slope, y.Values);
        WherePositive.Choose(x.Values, x.Values, y.Values, y.Values);
    }

    /// <summary>dx = dy where x &gt; 0, else slope · dy.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Multiply(dy.Values, slope, dx.Values);
        WherePositive.Choose(x.Values, dy.Values, dx.Values, dx.Values);
    }
}
