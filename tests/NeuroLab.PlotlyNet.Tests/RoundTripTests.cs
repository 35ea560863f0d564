using System.Text.Json.Nodes;
using NeuroLab.Charts;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = NeuroLab.Charts.Chart;
using Figure = NeuroLab.Charts.Figure;

namespace NeuroLab.PlotlyNet.Tests;

/// <summary>From a figure to Plotly.NET and back.</summary>
public sealed class RoundTripTests
{
    private static readonly Figure Still = Chart.Line([1, 2, 3], [1, 4, 9]).WithTitle("Squares").WithRange(y: (0, 10)).WithAxisTitles("n", "n squared");

    private static readonly Figure Moving = Chart.Animate(
        [("first", Chart.Line([1, 2, 3], [1, 4, 9])), ("last", Chart.Line([1, 2, 3], [9, 4, 1]))]).WithTitle("It turns");

    [Fact]
    public void Every_chart_of_the_gallery_comes_back_as_it_was()
    {
        foreach (GalleryChart chart in ChartGallery.All)
        {
            Figure figure = chart.Make();
            string before = figure.ToJson();
            Figure after = figure.ToPlotlyNet().ToFigure();

            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), JsonNode.Parse(after.ToJson())), $"{chart.Name} has changed");
            Assert.Equal(figure.AltText, after.AltText);
            Assert.Equal(before, figure.ToJson());
        }
    }

    [Fact]
    public void Restyling_with_Plotly_NET_adds_to_what_is_there()
    {
        Figure restyled = Still.ToPlotlyNet()
            .WithXAxisStyle<double, double, string>(TitleText: "count", ShowGrid: false)
            .WithLineWidth(5)
            .ToFigure();

        Assert.Equal("count", (string?)restyled.Layout["xaxis"]!["title"]!["text"]);
        Assert.False((bool)restyled.Layout["xaxis"]!["showgrid"]!);
        Assert.Equal("n squared", (string?)restyled.Layout["yaxis"]!["title"]!["text"]);
        Assert.Equal([0, 10], restyled.Layout["yaxis"]!["range"]!.AsArray().Select(end => (int)end!));
        Assert.Equal(5.0, (double)restyled.Data[0]!["line"]!["width"]!);
        Assert.Equal((string?)Still.Data[0]!["line"]!["color"], (string?)restyled.Data[0]!["line"]!["color"]);
        Assert.Equal("Squares", restyled.Title);
    }

    [Fact]
    public void A_figure_that_moves_stands_still_in_Plotly_NET_with_no_dead_controls()
    {
        JsonNode layout = JsonNode.Parse(GenericChart.toJson(Moving.ToPlotlyNet()))!["layout"]!;

        Assert.Null(layout["sliders"]);
        Assert.Null(layout["updatemenus"]);
        Assert.Equal("It turns", (string?)layout["title"]!["text"]);
        Assert.Equal(2, Moving.Frames.Count);
    }

    [Fact]
    public void It_moves_again_when_it_comes_back_restyled()
    {
        Figure back = Moving.ToPlotlyNet().Titled("It turns, restyled").ToFigure();

        Assert.Equal("It turns, restyled", back.Title);
        Assert.True(JsonNode.DeepEquals(Moving.Frames, back.Frames));
        Assert.True(JsonNode.DeepEquals(Moving.Layout["sliders"], back.Layout["sliders"]));
        Assert.Equal(Moving.AltText, back.AltText);
        Assert.DoesNotContain("neurolab", back.Layout["meta"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_of_a_trace_that_is_gone_are_left_out_with_their_slider()
    {
        Figure two = Chart.Animate(
        [
            ("first", Chart.Line([1, 2], [1, 4]).AddLine([1, 2], [4, 1], "second")),
            ("last", Chart.Line([1, 2], [1, 4]).AddLine([1, 2], [5, 1], "second")),
        ]);
        GenericChart both = two.ToPlotlyNet();
        GenericChart one = GenericChart.setLayout(GenericChart.getLayout(both), GenericChart.ofTraceObject(false, GenericChart.getTraces(both).Head));

        Figure back = one.ToFigure();

        Assert.Single(back.Data);
        Assert.Empty(back.Frames);
        Assert.Null(back.Layout["sliders"]);
    }
}
