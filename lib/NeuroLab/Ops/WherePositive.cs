using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;
using NeuroLab.Kernels;

namespace NeuroLab.Ops;

/// <summary>
/// Takes each element from one place where another is above zero, and from a second place where it is not; without a branch, which
/// a processor would guess wrong for every other element.
/// </summary>
/// <remarks>A browser's interpreter takes <see cref="Vector"/>'s comparisons apart, number by number, and knows those of <see cref="PackedSimd"/>.</remarks>
internal static class WherePositive
{
    /// <summary>result = positive where x &gt; 0, else other.</summary>
    internal static void Choose(ReadOnlySpan<float> x, ReadOnlySpan<float> positive, ReadOnlySpan<float> other, Span<float> result)
    {
        if (WebKernels.AreThere)
        {
            WebKernels.Choose(x, positive, other, result);
            return;
        }
        int i = 0;
        for (; PackedSimd.IsSupported && i + Vector128<float>.Count <= x.Length; i += Vector128<float>.Count)
            PackedSimd.BitwiseSelect(Load(positive, i), Load(other, i), PackedSimd.CompareGreaterThan(Load(x, i), Vector128<float>.Zero)).StoreUnsafe(ref result[i]);
        for (; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count)
        {
            Vector<int> above = Vector.GreaterThan(new Vector<float>(x[i..]), Vector<float>.Zero);
            Vector.ConditionalSelect(above, new Vector<float>(positive[i..]), new Vector<float>(other[i..])).CopyTo(result[i..]);
        }
        for (; i < x.Length; i++)
            result[i] = x[i] > 0 ? positive[i] : other[i];
    }

    /// <summary>result = positive where x &gt; 0, else 0.</summary>
    internal static void Choose(ReadOnlySpan<float> x, ReadOnlySpan<float> positive, Span<float> result)
    {
        if (WebKernels.AreThere)
        {
            WebKernels.Choose(x, positive, [], result);
            return;
        }
        int i = 0;
        for (; PackedSimd.IsSupported && i + Vector128<float>.Count <= x.Length; i += Vector128<float>.Count)
            PackedSimd.And(Load(positive, i), PackedSimd.CompareGreaterThan(Load(x, i), Vector128<float>.Zero)).StoreUnsafe(ref result[i]);
        for (; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count)
        {
            Vector<int> above = Vector.GreaterThan(new Vector<float>(x[i..]), Vector<float>.Zero);
            Vector.ConditionalSelect(above, new Vector<float>(positive[i..]), Vector<float>.Zero).CopyTo(result[i..]);
        }
        for (; i < x.Length; i++)
            result[i] = x[i] > 0 ? positive[i] : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Load(ReadOnlySpan<float> numbers, int place) => Vector128.LoadUnsafe(in MemoryMarshal.GetReference(numbers), (nuint)place);
}
