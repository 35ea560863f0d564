using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Charts.Tests.Browser;

/// <summary>A page with every kind of chart, as a notebook holds them: the first brings the scripts.</summary>
[Collection(nameof(FigureHtml))]
public sealed class DrawingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // Plotly compares the arguments of steps and buttons by identity and so complains of values that got reset to themselves.
    private const string Validate =
        """
        chart => {
          const figure = JSON.parse(chart.querySelector('script').textContent);
          const frames = figure.frames.map(frame => figure.data.map((trace, i) => Object.assign({}, trace, frame.data[frame.traces.indexOf(i)])));
          return [figure.data, ...frames].flatMap(data => Plotly.validate(data, figure.layout) || []).map(c => c.msg)
            .filter(text => !/\(set to '(.*)'\) got reset to '\1'/.test(text)).join('; ');
        }
        """;

    [BrowserFact]
    public async Task Every_chart_draws_without_network_and_without_complaints()
    {
        await using var page = await browser.OpenAsync(GalleryHtml());

        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        var charts = page.Page.Locator(".neurolab-chart");
        Assert.Equal(Gallery.All.Count, await charts.CountAsync());
        foreach (var (name, index) in Gallery.All.Keys.Select((name, index) => (name, index)))
        {
            string complaints = await charts.Nth(index).EvaluateAsync<string>(Validate);
            Assert.True(complaints == "", $"{name}: {complaints}");
            int drawn = await charts.Nth(index).Locator(".trace, .hm, .contour").CountAsync();
            Assert.True(drawn > 0, $"{name}: nothing was drawn.");
        }
        await ScreenshotsAsync(page);
    }

    private static string GalleryHtml()
    {
        FigureHtml.BeginPage();
        return string.Join("\n", Gallery.All.Values.Select(make => make().ToHtml()));
    }

    /// <summary>Pictures to look at, when the variable NEUROLAB_SHOTS names a folder.</summary>
    private static async Task ScreenshotsAsync(ChartPage page)
    {
        if (Environment.GetEnvironmentVariable("NEUROLAB_SHOTS") is not { Length: > 0 } folder)
            return;
        foreach (int width in new[] { 1400, 800, 380 })
        {
            await page.Page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.Page.WaitForTimeoutAsync(2500);
                foreach (var (name, index) in Gallery.All.Keys.Select((name, index) => (name, index)))
                    await page.Page.Locator(".neurolab-chart").Nth(index).ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png") });
            }
        }
    }
}
