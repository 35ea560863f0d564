using System.Diagnostics;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Browser.Tests;

/// <summary>The site as the command writes it, a server that hands it out, and a browser. Made once for all tests.</summary>
public sealed class LiveSite : IAsyncLifetime, IDisposable
{
    // A busy machine is slow; that is no fault of the page.
    private const int Patience = 120_000;

    private readonly TemporaryFolder temporary = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The folder of the site.</summary>
    internal string Folder => temporary.At("site");

    /// <summary>What the command said.</summary>
    internal string Said { get; private set; } = "";

    internal SiteServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        string tool = Path.Combine(AppContext.BaseDirectory, "NeuroLab.Tool.dll");
        (int code, string output, string errors) = await Command.RunAsync(
            new ProcessStartInfo("dotnet", [tool, "site", "--live", "--output", Folder]) { WorkingDirectory = temporary.Path }, minutes: 8);
        Assert.True(code == 0, output + errors);
        Said = output;
        Server = new SiteServer(Folder);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
    }

    public void Dispose()
    {
        playwright?.Dispose();
        Server?.Dispose();
        temporary.Dispose();
    }

    /// <summary>A reader with a browser of his own, in which nothing is kept yet.</summary>
    /// <param name="before">A script to run before those of pages.</param>
    /// <param name="keeps">Whether the browser lets the site be kept.</param>
    internal async Task<Reader> NewReaderAsync(string? before = null, bool keeps = true)
    {
        IBrowserContext context = await browser!.NewContextAsync(
            new BrowserNewContextOptions { ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block });
        context.SetDefaultTimeout(Patience);
        if (before is not null)
            await context.AddInitScriptAsync(before);
        return new Reader(context, Server.Address);
    }

    /// <summary>Lets the server stop, as a network that is gone; disposing of what it gives starts it again.</summary>
    internal IDisposable WithoutServer()
    {
        int port = Server.Port;
        Server.Dispose();
        return new Restart(() => Server = new SiteServer(Folder, port));
    }

    private sealed class Restart(Action start) : IDisposable
    {
        public void Dispose() => start();
    }
}
