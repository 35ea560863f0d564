using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Site.Tests;

/// <summary>The exported site as a reader meets it: from files, with no network.</summary>
public sealed class BrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IDisposable
{
    private readonly Exported site = new();

    public void Dispose() => site.Dispose();

    [BrowserFact]
    public async Task A_slider_moves_the_chart_and_the_console_stays_quiet()
    {
        await using ChartPage opened = await OpenAsync("01-neuron.html", 1200);
        IPage page = opened.Page;
        ILocator slider = page.Locator("#chart-3-1 input[type=range]");
        ILocator line = page.Locator("#chart-3-1 .scatterlayer path.js-line").First;
        string before = (await line.GetAttributeAsync("d"))!;
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.WaitForFunctionAsync(
            "before => document.querySelector('#chart-3-1 .scatterlayer path.js-line').getAttribute('d') !== before", before);
        Assert.Contains("3.0", await page.Locator("#chart-3-1 output").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("A script ran here, on its own", await page.FrameLocator("iframe >> nth=-1").Locator("#live").TextContentAsync());
        Assert.True(await page.Locator(".katex").CountAsync() >= 6);
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task The_theme_can_be_switched_and_is_remembered()
    {
        await using ChartPage opened = await OpenAsync("01-neuron.html", 1200);
        IPage page = opened.Page;
        Assert.Equal("light", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        string paper = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await page.Locator("button.theme").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.NotEqual(paper, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.ReloadAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Without_storage_the_page_still_works()
    {
        await using ChartPage opened = await OpenAsync("01-neuron.html", 1200,
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });");
        IPage page = opened.Page;
        await page.Locator("button.theme").ClickAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.Empty(opened.Complaints);
    }

    [BrowserTheory]
    [InlineData("index.html")]
    [InlineData("01-neuron.html")]
    [InlineData("02-weight-shapes.html")]
    public async Task A_phone_never_scrolls_the_page_sideways(string file)
    {
        await using ChartPage opened = await OpenAsync(file, 380);
        IPage page = opened.Page;
        Assert.Equal(380, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_the_text_the_solutions_and_wide_code()
    {
        await using ChartPage opened = await OpenAsync("01-neuron.html", 380);
        IPage page = opened.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the text", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("details.solution summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("details.solution").EvaluateAsync<bool>("details => details.open"));
        Assert.Equal("0", await page.Locator("#cell-3 pre").GetAttributeAsync("tabindex"));
        Assert.Null(await page.Locator("#cell-1 pre").GetAttributeAsync("tabindex"));
    }

    [BrowserFact]
    public async Task On_paper_solutions_are_unfolded_and_charts_keep_their_room()
    {
        await using ChartPage opened = await OpenAsync("01-neuron.html", 800);
        IPage page = opened.Page;
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator("details.solution").EvaluateAsync<bool>("details => details.open"));
        Assert.False(await page.Locator("button.theme").IsVisibleAsync());
        Assert.True(await page.Locator("#chart-3-1 .neurolab-plot").EvaluateAsync<int>("plot => plot.offsetHeight") >= 300);
    }

    private async Task<ChartPage> OpenAsync(string file, int width, string? before = null)
    {
        await SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder);
        return await browser.OpenFileAsync(Path.Combine(site.Folder, file), width, before: before);
    }
}
