using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Binary cross-entropy on logits. Shapes: z and t the same, L ().</summary>
internal sealed class BinaryCrossEntropyOp : LossOp
{
    internal static Tensor Of(Tensor logits, Tensor target) => Take<BinaryCrossEntropyOp>(logits, target).Run();

    /// <summary>L = 1/N Σ (w |z| + log(1 + exp(-|z|))), dz = (σ(z) - t) / N, where w is the part of t on the other side: 1 - t for positive z, else t.</summary>
    protected override float Compute(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        double loss = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            float z = prediction[i], t = target[i];
            float exp = MathF.Exp(-MathF.Abs(z)), wrong = z >= 0 ? 1 - t : t;
            loss += (wrong > 0 ? wrong * MathF.Abs(z) : 0) + double.LogP1(exp);
            float sigmoid = z >= 0 ? 1 / (1 + exp) : exp / (1 + exp);
            gradient[i] = (sigmoid - t) / gradient.Length;
        }
        return (float)(loss / gradient.Length);
    }

    /// <summary>dt = -z / N.</summary>
    protected override void ComputeTargetGradient(ReadOnlySpan<float> prediction, ReadOnlySpan<float> gradient, Span<float> targetGradient) =>
        TensorPrimitives.Multiply(prediction, -1f / gradient.Length, targetGradient);
}
