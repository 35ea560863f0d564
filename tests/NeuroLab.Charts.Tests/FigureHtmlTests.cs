using System.Text.Json.Nodes;

namespace NeuroLab.Charts.Tests;

[Collection(nameof(FigureHtml))]
public sealed class FigureHtmlTests : IDisposable
{
    public FigureHtmlTests() => FigureHtml.BeginPage();

    public void Dispose() => FigureHtml.Scripts = ScriptPlacement.FirstFigure;

    [Fact]
    public void Only_the_first_figure_brings_the_scripts()
    {
        string first = Chart.Line([1, 2]).ToHtml(), second = Chart.Line([1, 3]).ToHtml();

        Assert.Contains(PlotlyScript.Runtime, first, StringComparison.Ordinal);
        Assert.DoesNotContain(PlotlyScript.Runtime, second, StringComparison.Ordinal);
        Assert.True(second.Length < 10_000, $"A small figure has {second.Length} characters.");
    }

    [Fact]
    public void A_page_that_holds_the_scripts_gets_none()
    {
        FigureHtml.Scripts = ScriptPlacement.Page;

        Assert.True(Chart.Line([1, 2]).ToHtml().Length < 10_000);
    }

    [Fact]
    public void Two_runs_give_the_same_html_and_no_id_comes_twice()
    {
        string[] Run()
        {
            FigureHtml.BeginPage();
            return [Chart.Line([1, 2]).ToHtml(), Chart.Line([1, 2]).ToHtml()];
        }

        string[] first = Run();

        Assert.Equal(first, Run());
        Assert.Equal(2, first.Select(html => html[..html.IndexOf('>', StringComparison.Ordinal)]).Distinct().Count());
    }

    [Fact]
    public void The_cdn_and_the_bundle_are_the_same_version()
    {
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "package.json")))!;

        Assert.Equal(PlotlyScript.Version, package["dependencies"]!["plotly.js-dist-min"]!.GetValue<string>());
        Assert.Contains(PlotlyScript.Version, PlotlyScript.CdnUrl.ToString(), StringComparison.Ordinal);
        if (PlotlyScript.IsBundled)
            Assert.Contains($"plotly.js v{PlotlyScript.Version}", PlotlyScript.Source[..200], StringComparison.Ordinal);
    }
}
