using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The largest numbers along an axis. Shapes: see <see cref="ReductionOp"/>.</summary>
internal sealed class MaxOp : ReductionOp
{
    internal static Tensor Of(Tensor x, int? axis, bool keepAxis) => Take<MaxOp>(x).Along(axis, keepAxis);

    /// <summary>y = the largest xᵢ.</summary>
    protected override float Reduce(ReadOnlySpan<float> x) => TensorPrimitives.Max(x);

    /// <summary>dxᵢ = dy for the largest xᵢ, the first of equals; 0 for all others.</summary>
    protected override void Spread(ReadOnlySpan<float> x, float y, float dy, Span<float> dx)
    {
        dx.Clear();
        dx[Rows.IndexOfMax(x)] = dy;
    }
}
