using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The size of each number. Shapes: x and y any, the same.</summary>
internal sealed class AbsOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<AbsOp>(x).Run();

    /// <summary>y = |x|.</summary>
    protected override void Forward(Tensor x, Tensor y) => TensorPrimitives.Abs(x.Values, y.Values);

    /// <summary>dx = dy · sign(x), 0 at 0.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        ReadOnlySpan<float> numbers = x.Values, above = dy.Values;
        Span<float> result = dx.Values;
        for (int i = 0; i < numbers.Length; i++)
            result[i] = numbers[i] > 0 ? above[i] : numbers[i] < 0 ? -above[i] : 0;
    }
}
