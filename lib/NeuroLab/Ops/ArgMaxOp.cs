using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The places of the largest numbers along an axis. Shapes: see <see cref="ReductionOp"/>.</summary>
internal sealed class ArgMaxOp : ReductionOp
{
    internal static Tensor Of(Tensor x, int axis, bool keepAxis) => Take<ArgMaxOp>(x).Along(axis, keepAxis);

    /// <summary>y = the place of the largest xᵢ, the first of equals.</summary>
    protected override float Reduce(ReadOnlySpan<float> x) => Rows.IndexOfMax(x);

    /// <summary>dxᵢ = 0: a place does not change when a number changes a little.</summary>
    protected override void Spread(ReadOnlySpan<float> x, float y, float dy, Span<float> dx) => dx.Clear();
}
