using Microsoft.Playwright;
using NeuroLab.Tests.Shared;

namespace NeuroLab.Charts.Tests.Browser;

/// <summary>The gallery, made once, and a browser that shows it without a network.</summary>
public sealed class GalleryPageFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("neurolab-gallery-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string index = "";

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        index = GalleryPage.Write(folder);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Opens the gallery and waits until all its charts are drawn.</summary>
    public async Task<ChartPage> OpenAsync(int width, bool dark = false)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Offline = true,
        });
        var page = new ChartPage(await context.NewPageAsync());
        await page.Page.GotoAsync(new Uri(index).AbsoluteUri);
        await page.Page.WaitForFunctionAsync(
            "() => Array.from(document.querySelectorAll('.neurolab-chart')).every(c => c.dataset.state === 'ready')", null, new() { Timeout = 120_000 });
        return page;
    }
}
