using System.Globalization;

namespace NeuroLab.Charts;

/// <summary>Numbers and sentences of text alternatives and messages.</summary>
internal static class Words
{
    /// <summary>A number with three significant digits. Zero has no sign.</summary>
    public static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e6
        ? (value + 0.0).ToString("0", CultureInfo.InvariantCulture)
        : value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: "1 point", "5 points".</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Sentences one after the other, the empty ones left out.</summary>
    public static string Join(params string[] sentences) => string.Join(" ", sentences.Where(s => s.Length > 0));

    /// <summary>The text behind its separator, or nothing when there is no text.</summary>
    public static string Suffix(string separator, string text) => text.Length > 0 ? separator + text : "";

    /// <summary>A name in quotes, or what it is when it has none.</summary>
    public static string Name(string kind, string name) => name.Length > 0 ? $"{kind} \"{name}\"" : kind;

    /// <summary>Plain text for the places where Plotly reads a little HTML.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
