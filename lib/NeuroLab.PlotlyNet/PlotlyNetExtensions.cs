using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Figure = NeuroLab.Charts.Figure;

namespace NeuroLab.PlotlyNet;

/// <summary>The way from a figure to a chart of Plotly.NET, and back.</summary>
/// <remarks>
/// A chart of Plotly.NET has traces, a layout and a configuration, but no frames. So a figure that moves travels with its frames,
/// its sliders and its buttons packed into <c>layout.meta</c>, where plotly.js does not look: Plotly.NET draws the figure as it is
/// before anything moves, its functions restyle it, and <see cref="ToFigure"/> unpacks them again.
/// </remarks>
public static class PlotlyNetExtensions
{
    /// <summary>
    /// The figure as a chart of Plotly.NET, which Plotly.NET's functions can restyle and draw. The figure stays as it is.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <returns>The chart. Drawn by Plotly.NET it stands still: see the remarks of this class.</returns>
    /// <exception cref="InvalidOperationException">The figure is larger than 3 MB.</exception>
    public static GenericChart ToPlotlyNet(this Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        JsonObject json = JsonNode.Parse(figure.ToJson())!.AsObject();
        JsonObject layout = json["layout"]!.AsObject();
        PackedMotion.Pack(layout, json["frames"]!.AsArray());
        return GenericChart.fromChartDTO(new ChartDTO(
            ListModule.OfSeq(json["data"]!.AsArray().Select(trace => PlotlyObjects.Trace(trace!.AsObject()))),
            PlotlyObjects.Fill(new Layout(), layout),
            PlotlyObjects.Fill(new Config(), json["config"]!.AsObject())));
    }

    /// <summary>
    /// The chart as a figure, which draws without a network, in notebooks and on exported pages. The chart stays as it is.
    /// </summary>
    /// <remarks>What moved before <see cref="ToPlotlyNet"/> moves again. Charts side by side in time: <c>Chart.Animate</c> of their figures.</remarks>
    /// <param name="chart">The chart.</param>
    /// <param name="altText">What the chart shows, in words, for those who can't see it; null to keep what it says itself, or to count its traces.</param>
    public static Figure ToFigure(this GenericChart chart, string? altText = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        JsonObject json = JsonNode.Parse(GenericChart.toJson(chart))!.AsObject();
        var figure = new Figure();
        foreach (JsonNode? trace in json["data"]!.AsArray())
            figure.Data.Add(ModernPlotly.Trace(trace!.AsObject()));
        Replace(figure.Layout, ModernPlotly.Layout(json["layout"]!.AsObject()));
        Replace(figure.Config, json["config"]!.AsObject());
        PackedMotion.Unpack(figure);
        if (altText is not null || figure.AltText.Length == 0)
            figure.AltText = altText ?? Count(figure);
        return figure;
    }

    private static void Replace(JsonObject old, JsonObject by)
    {
        old.Clear();
        foreach (var (name, value) in by)
            old[name] = value?.DeepClone();
    }

    private static string Count(Figure figure)
    {
        string kinds = string.Join(", ", figure.Data.Select(trace => (string?)trace!["type"] ?? "scatter"));
        return string.Create(CultureInfo.InvariantCulture, $"{figure.Data.Count} {(figure.Data.Count == 1 ? "trace" : "traces")} ({kinds}).");
    }
}
