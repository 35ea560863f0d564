using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Variances along an axis. Shapes: see <see cref="ReductionOp"/>.</summary>
internal sealed class VarianceOp : ReductionOp
{
    private bool unbiased;

    internal static Tensor Of(Tensor x, int? axis, bool keepAxis, bool unbiased)
    {
        VarianceOp operation = Take<VarianceOp>(x);
        operation.unbiased = unbiased;
        return operation.Along(axis, keepAxis);
    }

    /// <summary>y = Σ (xᵢ - mean)² / m, where m = n - 1, or n.</summary>
    protected override float Reduce(ReadOnlySpan<float> x) => Statistics.Variance(x, unbiased);

    /// <summary>dxᵢ = dy · 2 (xᵢ - mean) / m.</summary>
    protected override void Spread(ReadOnlySpan<float> x, float y, float dy, Span<float> dx)
    {
        TensorPrimitives.Subtract(x, Statistics.Mean(x), dx);
        TensorPrimitives.Multiply(dx, dy * 2 / (unbiased ? x.Length - 1 : x.Length), dx);
    }
}
