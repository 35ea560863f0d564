using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Huber's loss. Shapes: p and t the same, L ().</summary>
internal sealed class HuberOp : LossOp
{
    private float delta;

    internal static Tensor Of(Tensor prediction, Tensor target, float delta)
    {
        HuberOp operation = Take<HuberOp>(prediction, target);
        operation.delta = delta;
        return operation.Run();
    }

    /// <summary>With d = p - t: L = 1/N Σ (d²/2 where |d| ≤ δ, else δ (|d| - δ/2)), dp = d clamped to ±δ, / N.</summary>
    protected override float Compute(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        double loss = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            float d = prediction[i] - target[i], size = MathF.Abs(d);
            loss += size <= delta ? d * d / 2 : delta * (size - delta / 2);
            gradient[i] = (size > delta ? MathF.CopySign(delta, d) : d) / gradient.Length;
        }
        return (float)(loss / gradient.Length);
    }
}
