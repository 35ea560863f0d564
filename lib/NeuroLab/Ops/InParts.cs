using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Does element by element what needs nothing but the elements at the same place: in one go for few numbers, in parts on several
/// threads for many.
/// </summary>
/// <remarks>Give it a static lambda or a method, so that nothing is allocated.</remarks>
internal static class InParts
{
    /// <summary>So many numbers are worth a thread's while, and fit into a second-level cache with what is made of them.</summary>
    private const int PartLength = 16384;

    /// <summary>Fills the result from one operand.</summary>
    internal delegate void Unary(ReadOnlySpan<float> x, Span<float> result);

    /// <summary>Fills the result from two operands.</summary>
    internal delegate void Binary(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> result);

    /// <summary>result = f(x).</summary>
    internal static void Compute(Tensor x, Tensor result, Unary f)
    {
        if (x.Length < 2 * PartLength)
            f(x.Values, result.Values);
        else
            Workers.Run((x, result, f), Count(x), static (all, part) => all.f(Part(all.x, part), Part(all.result, part)));
    }

    /// <summary>result = f(x, y).</summary>
    internal static void Compute(Tensor x, Tensor y, Tensor result, Binary f)
    {
        if (x.Length < 2 * PartLength)
            f(x.Values, y.Values, result.Values);
        else
            Workers.Run((x, y, result, f), Count(x), static (all, part) => all.f(Part(all.x, part), Part(all.y, part), Part(all.result, part)));
    }

    private static int Count(Tensor x) => (x.Length + PartLength - 1) / PartLength;

    private static Span<float> Part(Tensor tensor, int part) =>
        tensor.Values.Slice(part * PartLength, Math.Min(PartLength, tensor.Length - part * PartLength));
}
