using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Exponential linear unit. Shapes: x and y any, the same.</summary>
internal sealed class ELUOp : UnaryOperation
{
    private float alpha;

    internal static Tensor Of(Tensor x, float alpha)
    {
        ELUOp operation = Take<ELUOp>(x);
        operation.alpha = alpha;
        return operation.Run();
    }

    /// <summary>y = x where x &gt; 0, else α (exp(x) - 1).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        Functions.ExpM1(x.Values, y.Values);
        TensorPrimitives.Multiply(y.Values, alpha, y.Values);
        WherePositive.Choose(x.Values, x.Values, y.Values, y.Values);
    }

    /// <summary>dx = dy where x &gt; 0, else dy · α exp(x), which is dy (y + α).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.AddMultiply(y.Values, alpha, dy.Values, dx.Values);
        WherePositive.Choose(x.Values, dy.Values, dx.Values, dx.Values);
    }
}
