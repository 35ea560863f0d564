using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The larger of two numbers at each place. Shapes: a and b any that can be stretched to one, y that one.</summary>
internal sealed class MaximumOp : BinaryOperation
{
    internal static Tensor Of(Tensor a, Tensor b) => Take<MaximumOp>(a, b).Run();

    /// <summary>y = a where a ≥ b, else b.</summary>
    protected override void Forward(Tensor y) => Broadcast.Combine(Input(0), Input(1), TensorPrimitives.Max, y);

    /// <summary>da = dy where a &gt; b, db = dy where b &gt; a; each half of it where they are equal, as in PyTorch.</summary>
    protected override void Backward(int number, Tensor y, Tensor dy, Tensor gradient)
    {
        Broadcast.Combine(Input(number), Input(1 - number), Share, gradient);
        TensorPrimitives.Multiply(gradient.Values, dy.Values, gradient.Values);
    }

    private static void Share(ReadOnlySpan<float> own, ReadOnlySpan<float> other, Span<float> share)
    {
        for (int i = 0; i < own.Length; i++)
            share[i] = own[i] > other[i] ? 1 : own[i] == other[i] ? 0.5f : 0;
    }
}
