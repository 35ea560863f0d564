using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Browser.Tests;

/// <summary>A server and a browser for the tests of a class. Classes run side by side; the site is written once for all of them.</summary>
public sealed class LiveSite : IAsyncLifetime, IDisposable
{
    // A busy machine is slow; that is no fault of the page.
    private const int Patience = 300_000;

    private static readonly Lazy<Task<BuiltSite>> written = new(WriteAsync);

    private IPlaywright? playwright;
    private IBrowser? browser;

    internal BuiltSite Built { get; private set; } = null!;

    internal SiteServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        Built = await written.Value;
        Server = new SiteServer(Built.Folder);
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
    }

    /// <summary>A reader with a browser of his own, in which nothing is kept yet, in front of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="before">A script to run before those of pages.</param>
    /// <param name="keeps">Whether the browser lets the site be kept.</param>
    internal async Task<Reader> OpenAsync(string page = "01-neuron.html", string? before = null, bool keeps = true)
    {
        Reader reader = await Reader.ComeAsync(browser!, Server.Address, Patience, keeps, before);
        await reader.OpenAsync(page);
        return reader;
    }

    /// <summary>Lets the server stop, as a network that is gone; disposing of what it gives starts it again.</summary>
    internal IDisposable WithoutServer()
    {
        int port = Server.Port;
        Server.Dispose();
        return new Restart(() => Server = new SiteServer(Built.Folder, port));
    }

    private static async Task<BuiltSite> WriteAsync()
    {
        BuiltSite site = await BuiltSite.WriteAsync(Path.Combine(AppContext.BaseDirectory, "NeuroLab.Tool.dll"));
        // No class is the last one to need it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => site.Dispose();
        return site;
    }

    private sealed class Restart(Action start) : IDisposable
    {
        public void Dispose() => start();
    }
}
