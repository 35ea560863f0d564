using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public sealed partial class Figure
{
    /// <summary>The title, the kind of chart and the text alternative: the figure for those who can't see it, and for hosts without pictures.</summary>
    public override string ToString() =>
        string.Join(". ", new[] { Title.TrimEnd('.'), Kind, AltText }.Where(part => part.Length > 0));

    /// <summary>What kind of chart the traces make, such as "Contour plot and line chart, 20 frames"; empty without traces.</summary>
    private string Kind
    {
        get
        {
            string[] kinds = [.. Data.Select(KindOf).Distinct().Take(2)];
            if (kinds.Length == 0)
                return "";
            int panels = Data.Select(trace => trace?["xaxis"]?.ToString() ?? "x").Distinct().Count();
            string words = string.Join(" and ", kinds)
                + (panels > 1 ? $" in {Words.Count(panels, "panel")}" : "")
                + (Frames.Count > 0 ? $", {Words.Count(Frames.Count, "frame")}" : "");
            return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
        }
    }

    private static string KindOf(JsonNode? trace) => trace?["type"]?.ToString() switch
    {
        null or "scatter" or "scattergl" => trace?["mode"]?.ToString() == "markers" ? "scatter plot" : "line chart",
        "contour" => "contour plot",
        "surface" or "scatter3d" or "mesh3d" => "drawing in space",
        "heatmap" or "histogram" or "image" => trace["type"]!.ToString(),
        string type => $"{type} chart",
    };
}
