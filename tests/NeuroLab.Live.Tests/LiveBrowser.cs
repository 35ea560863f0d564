using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>One browser and one server for all tests that need a browser.</summary>
[CollectionDefinition(Name)]
public sealed class LiveBrowser : IAsyncLifetime, ICollectionFixture<LiveBrowser>
{
    internal const string Name = "browser";

    private IPlaywright? playwright;

    internal Served Served { get; } = new();

    internal IBrowser? Browser { get; private set; }

    internal Task<LivePage> OpenAsync(string? name, int width = 1280) => LivePage.OpenAsync(Browser!, Served, name, width);

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        // A busy machine is slow; that is no fault of a page.
        Assertions.SetDefaultExpectTimeout(90_000);
        await Served.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.StartAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        if (Browser is null)
            return;
        await Browser.DisposeAsync();
        playwright?.Dispose();
        await Served.DisposeAsync();
    }
}
