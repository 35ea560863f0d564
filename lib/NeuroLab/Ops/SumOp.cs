using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Sums along an axis, taken in double precision. Shapes: see <see cref="ReductionOp"/>.</summary>
internal sealed class SumOp : ReductionOp
{
    internal static Tensor Of(Tensor x, int? axis, bool keepAxis) => Take<SumOp>(x).Along(axis, keepAxis);

    /// <summary>y = Σ xᵢ.</summary>
    protected override float Reduce(ReadOnlySpan<float> x) => Statistics.Sum(x);

    /// <summary>dxᵢ = dy.</summary>
    protected override void Spread(ReadOnlySpan<float> x, float y, float dy, Span<float> dx) => dx.Fill(dy);
}
