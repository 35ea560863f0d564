using System.Globalization;

namespace NeuroLab.Tool;

/// <summary>Numbers and paths as the command prints them.</summary>
internal static class Text
{
    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Seconds with one decimal.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: 1 cell, 2 cells.</summary>
    public static string Count(int value, string noun) => $"{Number(value)} {noun}{(value == 1 ? "" : "s")}";
}
