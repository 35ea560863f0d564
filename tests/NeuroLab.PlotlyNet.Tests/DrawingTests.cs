using NeuroLab.Charts;
using NeuroLab.Tests.Shared.Browser;
using Plotly.NET;
using Chart = NeuroLab.Charts.Chart;
using Figure = NeuroLab.Charts.Figure;

namespace NeuroLab.PlotlyNet.Tests;

/// <summary>Both ways, drawn in a browser without a network.</summary>
public sealed class DrawingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly Figure Moving = Chart.Animate(
        [("first", Chart.Line([1, 2, 3], [1, 4, 9])), ("last", Chart.Line([1, 2, 3], [9, 4, 1]))]).WithTitle("It turns");

    [BrowserFact]
    public async Task Plotly_NET_draws_a_restyled_figure_with_its_own_script()
    {
        GenericChart chart = Moving.ToPlotlyNet().Titled("Drawn by Plotly.NET").WithLineWidth(6);
        DisplayOptions options = new();
        options.SetProperty("PlotlyJSReference", PlotlyJSReference.Full);
        string html = GenericChart.toEmbeddedHTML(GenericChart.addDisplayOptions(options, chart));

        await using ChartPage page = await browser.OpenAsync(html, drawn: false);
        await page.Page.WaitForSelectorAsync(".js-plotly-plot .trace path");

        Assert.Empty(page.Complaints);
        Assert.Equal("Drawn by Plotly.NET", await page.Page.TextContentAsync(".gtitle"));
        Assert.Contains("stroke-width: 6px", await page.Page.GetAttributeAsync(".js-plotly-plot .trace path.js-line", "style"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator(".slider-container").CountAsync());
    }

    [BrowserFact]
    public async Task Our_page_draws_a_chart_of_Plotly_NET_and_its_slider_moves_it()
    {
        FigureHtml.BeginPage();
        Figure back = Moving.ToPlotlyNet().Titled("Drawn by NeuroLab").ToFigure();

        await using ChartPage page = await browser.OpenAsync(back.ToHtml());
        string before = await page.DrawingAsync();
        await page.MoveSliderAsync(1);

        Assert.NotEqual(before, await page.DrawingAsync());
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
    }
}
