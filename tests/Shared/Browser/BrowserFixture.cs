using Microsoft.Playwright;

namespace NeuroLab.Tests.Shared.Browser;

/// <summary>One browser for all tests of a class. Its pages may not use the network.</summary>
public sealed class BrowserFixture : IAsyncLifetime, IDisposable
{
    // A busy machine draws slowly; that is no fault of a page.
    private const int Patience = 120_000;

    private readonly TemporaryFolder folder = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
    }

    public void Dispose()
    {
        playwright?.Dispose();
        folder.Dispose();
    }

    /// <summary>Opens a page that holds this HTML.</summary>
    public Task<ChartPage> OpenAsync(string html, int width = 800, bool dark = false, bool reducedMotion = false, bool drawn = true) => OpenFileAsync(
        folder.Write(Guid.NewGuid().ToString("N") + ".html",
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Test</title>" +
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>:root { color-scheme: light dark }</style>" +
            $"</head><body>\n{html}\n</body></html>"),
        width, dark, reducedMotion, drawn);

    /// <summary>Opens a page from a file.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="width">The window's width in pixels; its height is 800.</param>
    /// <param name="dark">Whether the reader likes dark pages.</param>
    /// <param name="reducedMotion">Whether the reader asks for less motion.</param>
    /// <param name="drawn">Whether to wait until every chart is drawn.</param>
    /// <param name="before">A script to run before those of the page.</param>
    public async Task<ChartPage> OpenFileAsync(
        string file, int width = 800, bool dark = false, bool reducedMotion = false, bool drawn = true, string? before = null)
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = reducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Offline = true,
        });
        if (before is not null)
            await context.AddInitScriptAsync(before);
        context.SetDefaultTimeout(Patience);
        ChartPage page = new(await context.NewPageAsync());
        await page.Page.GotoAsync(new Uri(file).AbsoluteUri);
        if (drawn)
            await page.DrawnAsync();
        return page;
    }
}
