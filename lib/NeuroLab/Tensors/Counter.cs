using System.Globalization;

namespace NeuroLab.Tensors;

/// <summary>
/// A whole number that goes up one by one, exact however far. A float would stop at 2^24: the next number it holds is 2 more.
/// </summary>
public sealed class Counter
{
    /// <summary>What was counted so far.</summary>
    public long Value { get; set; }

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
