using System.Globalization;

namespace NeuroLab.Tool;

/// <summary>Numbers and paths as the command prints them.</summary>
internal static class Text
{
    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Seconds with one decimal.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A time that is left, roughly: 7 s, 3 min.</summary>
    public static string Left(TimeSpan time) => time < TimeSpan.FromSeconds(90)
        ? $"{time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s"
        : $"{time.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} min";

    /// <summary>An amount of data: 512 bytes, 29.5 KB, 9.9 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => bytes == 1 ? "1 byte" : bytes.ToString("0' bytes'", CultureInfo.InvariantCulture),
        < 1_000_000 => (bytes / 1e3).ToString("0.0' KB'", CultureInfo.InvariantCulture),
        _ => (bytes / 1e6).ToString("0.0' MB'", CultureInfo.InvariantCulture),
    };

    /// <summary>A number with its noun: 1 cell, 2 cells.</summary>
    public static string Count(int value, string noun) => $"{Number(value)} {noun}{(value == 1 ? "" : "s")}";
}
