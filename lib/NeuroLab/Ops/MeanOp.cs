using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Means along an axis. Shapes: see <see cref="ReductionOp"/>.</summary>
internal sealed class MeanOp : ReductionOp
{
    internal static Tensor Of(Tensor x, int? axis, bool keepAxis) => Take<MeanOp>(x).Along(axis, keepAxis);

    /// <summary>y = Σ xᵢ / n.</summary>
    protected override float Reduce(ReadOnlySpan<float> x) => Statistics.Mean(x);

    /// <summary>dxᵢ = dy / n.</summary>
    protected override void Spread(ReadOnlySpan<float> x, float y, float dy, Span<float> dx) => dx.Fill(dy / x.Length);
}
