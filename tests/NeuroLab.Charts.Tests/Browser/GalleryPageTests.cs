using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Accessibility;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Charts.Tests.Browser;

/// <summary>The whole gallery in a browser: what every chart of the course must keep to. The checks are in gallery-checks.js.</summary>
[Collection(nameof(FigureHtml))]
public sealed class GalleryPageTests(BrowserFixture browser, GalleryFixture gallery) : IClassFixture<BrowserFixture>, IClassFixture<GalleryFixture>
{
    [BrowserTheory]
    [InlineData(380, false)]
    [InlineData(800, true)]
    [InlineData(1400, false)]
    public async Task Labels_are_whole_apart_and_readable_and_every_control_changes_the_drawing(int width, bool dark)
    {
        await using var page = await browser.OpenFileAsync(gallery.Index, width, dark);

        Assert.Empty(await CheckAsync(page, "textPlaces"));
        Assert.Empty(await CheckAsync(page, "contrasts"));
        Assert.Empty(await CheckAsync(page, "controls"));
        Assert.Empty(await CheckAsync(page, "textPlaces"));
        Assert.Empty(await CheckAsync(page, "contrasts"));

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Light : ColorScheme.Dark });
        await page.Page.WaitForTimeoutAsync(6000);
        Assert.Empty(await CheckAsync(page, "contrasts"));
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
    }

    [BrowserFact]
    public async Task Every_figure_is_valid_and_keeps_its_frame_when_the_page_changes_its_width()
    {
        await using var page = await browser.OpenFileAsync(gallery.Index, width: 1400);
        Assert.Empty(await CheckAsync(page, "validity"));
        int drawn = await page.Page.EvaluateAsync<int>(
            "() => Array.from(document.querySelectorAll('section')).filter(s => s.querySelector('.trace, .hm, .im, .contour')).length");
        Assert.Equal(ChartGallery.All.Count, drawn);
        await CheckAsync(page, "controls");
        string before = await LabelsAsync(page);

        await page.Page.SetViewportSizeAsync(380, 900);
        await page.Page.WaitForTimeoutAsync(6000);

        Assert.Empty(await CheckAsync(page, "textPlaces"));
        Assert.Equal(before, await LabelsAsync(page));
    }

    [BrowserFact]
    public async Task On_paper_every_chart_keeps_its_height()
    {
        await using var page = await browser.OpenFileAsync(gallery.Index, width: 800);
        await page.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.Page.WaitForTimeoutAsync(1000);

        var overlapping = await page.Page.EvaluateAsync<string[]>(
            """
            () => Array.from(document.querySelectorAll('.neurolab-plot')).filter(plot =>
              plot.querySelector('.main-svg').getBoundingClientRect().height > plot.getBoundingClientRect().height + 1).map(plot => plot.closest('section').id)
            """);
        Assert.Empty(overlapping);

        await page.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.Equal(0, await page.Page.Locator(".neurolab-plot[style*='height: ']").CountAsync());
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_light_and_dark_wide_and_narrow()
    {
        await using var page = await browser.OpenFileAsync(gallery.Index, width: 1280);
        Assert.Empty(await Axe.FindAsync(page.Page, "the gallery"));
    }

    private static async Task<string[]> CheckAsync(ChartPage page, string check)
    {
        await page.Page.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "Browser", "gallery-checks.js") });
        return await page.Page.EvaluateAsync<string[]>($"() => galleryChecks.{check}()");
    }

    private static Task<string> LabelsAsync(ChartPage page) =>
        page.Page.EvaluateAsync<string>("() => Array.from(document.querySelectorAll('.nl-controls output, .nl-title')).map(e => e.textContent).join('|')");
}
