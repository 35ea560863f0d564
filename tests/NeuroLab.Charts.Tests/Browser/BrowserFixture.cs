using Microsoft.Playwright;
using NeuroLab.Tests.Shared;

namespace NeuroLab.Charts.Tests.Browser;

/// <summary>One browser for all tests of a class, and pages that hold a figure and may not use the network.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("neurolab-charts-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
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

    /// <summary>Opens a page from a file.</summary>
    public async Task<ChartPage> OpenAsync(string html, int width = 800, bool dark = false, bool reducedMotion = false, bool drawn = true)
    {
        string file = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".html");
        await File.WriteAllTextAsync(file, "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Test</title>" +
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>:root { color-scheme: light dark }</style>" +
            $"</head><body>\n{html}\n</body></html>");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = reducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Offline = true,
        });
        var page = new ChartPage(await context.NewPageAsync());
        await page.Page.GotoAsync(new Uri(file).AbsoluteUri);
        if (drawn)
            await page.Page.WaitForFunctionAsync("() => Array.from(document.querySelectorAll('.neurolab-chart')).every(c => c.dataset.state === 'ready')");
        return page;
    }
}
