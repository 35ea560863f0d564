using System.Text.Json;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Chart = NeuroLab.Charts.Chart;
using Figure = NeuroLab.Charts.Figure;
using Plot = Plotly.NET.CSharp.Chart;

namespace NeuroLab.PlotlyNet.Tests;

/// <summary>Charts that were made with Plotly.NET alone.</summary>
public sealed class HandMadeChartTests
{
    [Fact]
    public void A_chart_becomes_a_figure_with_its_data_and_layout()
    {
        Figure figure = Plot.Line<double, double, string>(x: [1, 2, 3], y: [1, 4, 9], Name: "squares").Titled("Squares").ToFigure();

        Assert.Equal("Squares", figure.Title);
        Assert.Equal("squares", (string?)figure.Data[0]!["name"]);
        Assert.Equal([1, 4, 9], figure.Data[0]!["y"]!.AsArray().Select(y => (int)(double)y!));
        Assert.Equal("1 trace (scatter).", figure.AltText);
    }

    [Fact]
    public void What_it_shows_can_be_said_in_words() =>
        Assert.Equal("A rising line.", Plot.Line<double, double, string>(x: [1, 2], y: [1, 4]).ToFigure("A rising line.").AltText);

    [Fact]
    public void A_title_that_is_a_text_alone_is_kept()
    {
        LinearAxis axis = new();
        axis.SetProperty("title", "epoch");
        Layout layout = new();
        layout.SetProperty("title", "Loss");
        layout.SetProperty("xaxis", axis);
        Trace trace = new("bar");
        trace.SetProperty("x", new[] { 1, 2 });
        trace.SetProperty("y", new[] { 3, 4 });

        Figure figure = GenericChart.setLayout(layout, GenericChart.ofTraceObject(false, trace)).ToFigure();

        Assert.Equal("Loss", figure.Title);
        Assert.Equal("epoch", (string?)figure.Layout["xaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void Numbers_that_are_none_become_gaps_and_the_label_NaN_stays_a_label()
    {
        Figure gaps = Plot.Line<double, double, string>(x: [1, 2, 3], y: [1, double.NaN, double.PositiveInfinity]).ToFigure();
        Figure labels = Plot.Line<string, double, string>(x: ["NaN", "1"], y: [1, 2]).ToFigure();

        Assert.Equal([JsonValueKind.Number, null, null], gaps.Data[0]!["y"]!.AsArray().Select(y => y?.GetValueKind()));
        Assert.Equal("NaN", (string?)labels.Data[0]!["x"]![0]);
    }

    [Fact]
    public void Charts_of_Plotly_NET_can_be_animated()
    {
        Figure Frame(double height) => Plot.Line<double, double, string>(x: [1, 2], y: [0, height]).ToFigure();

        Figure moving = Chart.Animate([("low", Frame(1)), ("high", Frame(2))]);

        Assert.Equal(2, moving.Frames.Count);
        Assert.Equal(2, moving.ToPlotlyNet().ToFigure().Frames.Count);
    }

    [Fact]
    public void A_chart_that_is_missing_is_named()
    {
        Assert.Equal("chart", Assert.Throws<ArgumentNullException>(() => ((GenericChart)null!).ToFigure()).ParamName);
        Assert.Equal("figure", Assert.Throws<ArgumentNullException>(() => ((Figure)null!).ToPlotlyNet()).ParamName);
    }
}
