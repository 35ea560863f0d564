using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The smallest numbers along an axis. Shapes: see <see cref="ReductionOp"/>.</summary>
internal sealed class MinOp : ReductionOp
{
    internal static Tensor Of(Tensor x, int? axis, bool keepAxis) => Take<MinOp>(x).Along(axis, keepAxis);

    /// <summary>y = the smallest xᵢ.</summary>
    protected override float Reduce(ReadOnlySpan<float> x) => TensorPrimitives.Min(x);

    /// <summary>dxᵢ = dy for the smallest xᵢ, the first of equals; 0 for all others.</summary>
    protected override void Spread(ReadOnlySpan<float> x, float y, float dy, Span<float> dx)
    {
        dx.Clear();
        dx[TensorPrimitives.IndexOfMin(x)] = dy;
    }
}
