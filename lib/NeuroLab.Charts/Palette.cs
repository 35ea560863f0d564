using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>
/// The colours of the course. Series colours follow Okabe and Ito's palette for colour-blind readers (2008), changed so that
/// each stands out by at least 3 to 1 (WCAG 2.2, 1.4.11) from a white page and from a dark one.
/// </summary>
public static class Palette
{
    /// <summary>The colours of series and classes, in order of use.</summary>
    public static IReadOnlyList<string> Series { get; } =
    [
        "#1b7cc4", "#d55e00", "#009573", "#c0629b", "#a67700", "#7f7f7f", "#8a63d2", "#2b93a8", "#b04a4a", "#6f8a1f",
    ];

    /// <summary>For things that only help to read a chart, such as reference lines.</summary>
    public const string Quiet = "#808080";

    /// <summary>The path of a search over a blue surface.</summary>
    internal const string Path = "#d55e00";

    /// <summary>A marked point: light, with a dark rim, so that it shows on any ground.</summary>
    internal const string Mark = "#ffd23f";

    /// <summary>Line styles that go with the colours, so that lines differ on a grey print too.</summary>
    internal static IReadOnlyList<string> Dashes { get; } = ["solid", "dash", "dot", "dashdot", "longdash"];

    /// <summary>Marker symbols that go with the colours.</summary>
    internal static IReadOnlyList<string> Symbols { get; } =
        ["circle", "square", "diamond", "triangle-up", "cross", "x", "star", "triangle-down", "pentagon", "hexagon"];

    /// <summary>The colour of a series or class, by its number; after the last they begin again.</summary>
    /// <param name="index">The number of the series, from 0.</param>
    public static string Color(int index) => Series[index % Series.Count];

    internal static string Dash(int index) => Dashes[index % Dashes.Count];

    internal static string Symbol(int index) => Symbols[index % Symbols.Count];

    /// <summary>Blue for negative, pale for zero, orange for positive.</summary>
    internal static JsonArray Signed() =>
        Scale((0, "#0b4f8a"), (0.25, "#5a9fd0"), (0.5, "#f6f6f6"), (0.75, "#e58a4f"), (1, "#9c3a00"));

    /// <summary>The same for what lies under points, which stand out from it.</summary>
    internal static JsonArray Ground() =>
        Scale((0, "#6fabdc"), (0.25, "#b1d2ec"), (0.5, "#fafafa"), (0.75, "#f5cbab"), (1, "#e8935c"));

    /// <summary>Ink on paper: white for the smallest value, black for the largest.</summary>
    internal static JsonArray Grey() => Scale((0, "#ffffff"), (1, "#111111"));

    /// <summary>Pale to dark blue.</summary>
    internal static JsonArray Sequential() =>
        Scale((0, "#f3f7fb"), (0.25, "#b9d6ec"), (0.5, "#6aaedb"), (0.75, "#2476b5"), (1, "#083b6f"));

    private static JsonArray Scale(params (double At, string Color)[] stops) =>
        new([.. stops.Select(stop => (JsonNode)new JsonArray(stop.At, stop.Color))]);
}
