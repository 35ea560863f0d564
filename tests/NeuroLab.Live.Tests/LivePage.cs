using Microsoft.Playwright;

namespace NeuroLab.Live.Tests;

/// <summary>A notebook's page in the reader's browser.</summary>
internal sealed class LivePage(IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>What the console complained about, and what scripts threw.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a browser window that has entered by the secret link.</summary>
    public static async Task<LivePage> OpenAsync(IBrowser browser, Served served, string? name, int width = 1280, bool isEntered = true)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        context.SetDefaultTimeout(90_000);
        LivePage live = new(await context.NewPageAsync());
        live.Listen();
        if (isEntered)
            await live.EnterAsync(served, name);
        return live;
    }

    /// <summary>Gets the cookie that the secret link gives, opens a notebook's page, and waits until its editors are there.</summary>
    public async Task EnterAsync(Served served, string? name)
    {
        // The page behind the link goes on by itself, at a moment of the browser's own choosing.
        await Page.Context.APIRequest.GetAsync(served.Server.Link().ToString());
        await Page.GotoAsync(new Uri(served.Address, $"/{name ?? "index"}.html").ToString());
        if (name is not null)
            await ReadyAsync();
    }

    public Task ReadyAsync() => Page.WaitForSelectorAsync(".live-cell .cm-content", new() { State = WaitForSelectorState.Attached });

    /// <summary>The element of a code cell by its number.</summary>
    public ILocator Cell(int number) => Page.Locator($"#cell-{number}");

    /// <summary>Waits until a cell is in a state: done, failed, running.</summary>
    public Task StateAsync(int number, string state) => Page.WaitForSelectorAsync($"#cell-{number}[data-state={state}]");

    /// <summary>Puts the keyboard on a cell.</summary>
    public Task FocusAsync(int number) => Cell(number).FocusAsync();

    /// <summary>Replaces a cell's text by keyboard.</summary>
    public async Task WriteAsync(int number, string text)
    {
        await FocusAsync(number);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    public async Task PressAsync(params string[] keys)
    {
        foreach (string key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>What a cell shows, as text.</summary>
    public Task<string> ShownAsync(int number) => Cell(number).Locator(".outputs").InnerTextAsync();

    /// <summary>Begins to present the notebook.</summary>
    public async Task PresentAsync()
    {
        await Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Present", Exact = true }).ClickAsync();
        await Page.WaitForSelectorAsync(".present-bar");
        await Page.EvaluateAsync("() => document.activeElement.blur()");
    }

    /// <summary>Waits until the charts that can be seen are drawn.</summary>
    public Task ChartsAsync() => Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.neurolab-chart')].every(chart => !chart.offsetParent || chart.dataset.state === 'ready')");

    /// <summary>Whether nothing is wider than the window.</summary>
    public Task<bool> FitsAsync() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");

    public Task SavedAsync() => Page.WaitForSelectorAsync(".kept[data-state=saved]");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void Listen()
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }
}
