using System.Text;
using System.Text.Unicode;

namespace NeuroLab.Jupyter;

/// <summary>
/// Makes the text in a message well-formed before anything reads it: half of a character, which a sender can write into UTF-8 and into
/// JSON though no reader here could take it, becomes U+FFFD.
/// </summary>
internal static class WellFormedText
{
    private const int EscapeLength = 6;

    /// <summary>The same JSON, in which no text holds half of a character.</summary>
    public static byte[] Json(byte[] json)
    {
        byte[] text = Utf8.IsValid(json) ? (byte[])json.Clone() : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        int at = 0;
        // A backslash stands only in texts, and begins an escape of two bytes, or of six such as \ud83d.
        while (Array.IndexOf(text, (byte)'\\', at) is >= 0 and int escape)
        {
            char? unit = Unit(text, escape);
            bool pair = unit is { } first && char.IsHighSurrogate(first)
                && Unit(text, escape + EscapeLength) is { } second && char.IsLowSurrogate(second);
            if (unit is { } half && char.IsSurrogate(half) && !pair)
                "fffd"u8.CopyTo(text.AsSpan(escape + 2));
            at = Math.Min(text.Length, escape + (pair ? 2 * EscapeLength : unit is null ? 2 : EscapeLength));
        }

        return text;
    }

    // The UTF-16 unit that an escape here stands for; null where there is no such escape.
    private static char? Unit(byte[] text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out ushort unit)
            ? (char)unit
            : null;
}
