using System.Globalization;

namespace NeuroLab.Tensors;

/// <summary>
/// Writes numbers that stand below each other: one format for all, chosen so that the largest shows four significant digits.
/// </summary>
internal sealed class NumberColumn
{
    private const int Digits = 4;
    private readonly string format;

    internal NumberColumn(ReadOnlySpan<float> numbers)
    {
        float largest = 0;
        bool whole = true;
        foreach (float number in numbers)
        {
            if (!float.IsFinite(number))
                continue;
            largest = MathF.Max(largest, MathF.Abs(number));
            whole &= number == MathF.Truncate(number);
        }
        int exponent = largest == 0 ? 0 : (int)MathF.Floor(MathF.Log10(largest));
        bool readable = exponent is >= -Digits and <= Digits + 1;
        int decimals = Math.Clamp(Digits - 1 - exponent, 0, 2 * Digits);
        format = !readable ? "0.000e+00" : whole ? "0" : decimals == 0 ? "0" : "0." + new string('0', decimals);
        Width = 1;
        foreach (float number in numbers)
            Width = Math.Max(Width, Write(number).Length);
    }

    /// <summary>The length of the longest number.</summary>
    internal int Width { get; }

    internal string Write(float number)
    {
        string text = number.ToString(format, CultureInfo.InvariantCulture);
        // A small negative number that rounds to zero is shown without its sign.
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? text[1..] : text;
    }
}
