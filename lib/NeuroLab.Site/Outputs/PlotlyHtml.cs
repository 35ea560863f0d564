using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Site.Outputs;

/// <summary>Writes a Plotly figure as a chart that the page's own script draws.</summary>
internal static class PlotlyHtml
{
    private const double DefaultHeight = 420;

    // Keeps letters as they are, and "<" escaped, so that no text in a figure can end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>Writes a figure.</summary>
    /// <param name="figure">The figure as plotly.js takes it.</param>
    /// <param name="words">What it shows, in words; null where the output has no words.</param>
    /// <param name="id">Tells the chart from the others of its page.</param>
    /// <exception cref="InvalidDataException">A part of it is not what a figure has.</exception>
    public static string Write(JsonObject figure, string? words, string id)
    {
        JsonObject layout = JsonView.Object(figure, "a figure", "layout");
        var whole = new JsonObject
        {
            ["data"] = JsonView.List(figure, "a figure", "data"),
            ["layout"] = layout,
            ["frames"] = JsonView.List(figure, "a figure", "frames"),
            ["config"] = JsonView.Object(figure, "a figure", "config"),
        };
        double height = layout["height"] is JsonValue value && value.TryGetValue(out double given) && given is > 0 and < 4000
            ? given : DefaultHeight;
        string text = HtmlText.Escape(words ?? "A chart.");
        return $"""
            <figure class="chart">
            <div class="neurolab-chart" id="chart-{id}">
            <div class="neurolab-plot" style="min-height:{height.ToString("0", CultureInfo.InvariantCulture)}px"><noscript>{text}</noscript></div>
            <script type="application/json">{whole.ToJsonString(Options)}</script>
            </div>
            </figure>
            """;
    }
}
