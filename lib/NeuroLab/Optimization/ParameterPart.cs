using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// A part of a parameter, small enough to stay in a processor's cache while a rule goes over it several times.
/// </summary>
public readonly ref struct ParameterPart
{
    private readonly int start;

    internal ParameterPart(int index, Tensor value, Tensor gradient, int start, int length)
    {
        Index = index;
        this.start = start;
        Value = value.Values.Slice(start, length);
        Gradient = gradient.Values.Slice(start, length);
    }

    /// <summary>The number of the parameter, counted from 0.</summary>
    public int Index { get; }

    /// <summary>How many numbers the part has.</summary>
    public int Length => Value.Length;

    /// <summary>The values, to be changed.</summary>
    public Span<float> Value { get; }

    /// <summary>The gradient; not to be changed.</summary>
    public ReadOnlySpan<float> Gradient { get; }

    /// <summary>The same part of what the rule remembers.</summary>
    /// <param name="remembered">One tensor a parameter, as <c>Remember</c> gave them.</param>
    public Span<float> Of(IReadOnlyList<Tensor> remembered)
    {
        ArgumentNullException.ThrowIfNull(remembered);
        return remembered[Index].Values.Slice(start, Length);
    }
}
