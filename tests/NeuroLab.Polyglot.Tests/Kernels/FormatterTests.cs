using NeuroLab.Charts;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Polyglot.Tests.Kernels;

/// <summary>How values look in .NET Interactive.</summary>
public sealed class FormatterTests
{
    [Theory]
    [InlineData("Chart.Line(new double[] { 1, 2 }, new double[] { 1, 2 })", "neurolab-chart")]
    [InlineData("new Tensor(2, 3)", "2, 3")]
    [InlineData("ModelSummary.Of(new Sequential { new Linear(2, 1, new MersenneTwister(1)) })", "<table")]
    [InlineData("StartExercises.Pixels(64)", "neurolab-exercise")]
    [InlineData("new[] { new Tensor(2, 3) }", "2, 3")]
    public async Task Values_of_the_library_bring_their_views_along_without_the_extension(string value, string shows)
    {
        using PolyglotKernel kernel = new();
        await kernel.RunAsync("#!import \"setup.dib\"");

        NotebookOutput output = Assert.Single(await kernel.RunAsync(value));

        Assert.Contains(shows, output.GetText("text/html") ?? output.GetText("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_is_shown_as_a_page_as_Plotly_JSON_and_in_words()
    {
        using PolyglotKernel kernel = new();
        await kernel.RunAsync("#!import \"setup.dib\"");

        NotebookOutput output = Assert.Single(await kernel.RunAsync("Chart.Line(new double[] { 1, 2 }, new double[] { 1, 2 })"));

        Assert.Equal([MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Text], output.MimeTypes);
        Assert.Contains("from 1 at 1 to 2 at 2", output.GetText(MimeTypes.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_extension_a_chart_of_Plotly_NET_is_drawn_by_our_renderer()
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();

        NotebookOutput output = Assert.Single(await kernel.RunAsync(PlotlyNetCell));

        Assert.Equal([MimeTypes.Html, MimeTypes.Plotly], output.MimeTypes);
        Assert.Contains("neurolab-chart", output.GetText(MimeTypes.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("cdn.plot.ly/plotly-2", output.GetText(MimeTypes.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "neurolab-chart")]
    [InlineData(false, "cdn.plot.ly/plotly-2.28.0")]
    public async Task Of_our_extension_and_Plotly_NETs_own_the_one_loaded_last_draws(bool oursLast, string shows)
    {
        using PolyglotKernel kernel = await PolyglotKernel.WithExtensionAsync();
        Microsoft.DotNet.Interactive.IKernelExtension theirs = new Plotly.NET.Interactive.FormatterKernelExtension();
        await theirs.OnLoadAsync(kernel.Composite);
        if (oursLast)
            await kernel.RunAsync("await NeuroLab.Polyglot.Kernels.NeuroLabExtension.LoadAsync();");

        NotebookOutput output = Assert.Single(await kernel.RunAsync(PlotlyNetCell));

        Assert.Contains(shows, output.GetText(MimeTypes.Html), StringComparison.Ordinal);
    }

    private const string PlotlyNetCell = "Plotly.NET.CSharp.Chart.Line<double, double, string>(new double[] { 1, 2 }, new double[] { 1, 4 })";
}
