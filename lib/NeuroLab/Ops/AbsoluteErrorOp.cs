using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Mean absolute error. Shapes: p and t the same, L ().</summary>
internal sealed class AbsoluteErrorOp : LossOp
{
    internal static Tensor Of(Tensor prediction, Tensor target) => Take<AbsoluteErrorOp>(prediction, target).Run();

    /// <summary>L = 1/N Σ |p - t|, dp = sign(p - t) / N.</summary>
    protected override float Compute(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        double loss = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            float difference = prediction[i] - target[i];
            loss += MathF.Abs(difference);
            gradient[i] = (difference > 0 ? 1f : difference < 0 ? -1f : 0) / gradient.Length;
        }
        return (float)(loss / gradient.Length);
    }
}
