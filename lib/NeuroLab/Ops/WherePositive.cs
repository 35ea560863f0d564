using System.Numerics;

namespace NeuroLab.Ops;

/// <summary>
/// Takes each element from one place where another is above zero, and from a second place where it is not; without a branch, which
/// a processor would guess wrong for every other element.
/// </summary>
internal static class WherePositive
{
    /// <summary>result = positive where x &gt; 0, else other.</summary>
    internal static void Choose(ReadOnlySpan<float> x, ReadOnlySpan<float> positive, ReadOnlySpan<float> other, Span<float> result)
    {
        int i = 0;
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
        int i = 0;
        for (; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count)
        {
            Vector<int> above = Vector.GreaterThan(new Vector<float>(x[i..]), Vector<float>.Zero);
            Vector.ConditionalSelect(above, new Vector<float>(positive[i..]), Vector<float>.Zero).CopyTo(result[i..]);
        }
        for (; i < x.Length; i++)
            result[i] = x[i] > 0 ? positive[i] : 0;
    }
}
