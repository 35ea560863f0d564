using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace NeuroLab.Tests.Shared.Site;

/// <summary>A reader in front of a browser.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string address;

    private Reader(IBrowserContext context, string address) => (this.context, this.address) = (context, address);

    /// <summary>A function in JavaScript that gives the notebook of a name as the browser keeps it.</summary>
    public const string KeptNotebook =
        """
        name => new Promise((resolve, reject) => {
            const open = indexedDB.open('neurolab', 1);
            open.onerror = () => reject(open.error);
            open.onsuccess = () => {
                const get = open.result.transaction('notebooks').objectStore('notebooks').get(new URL(name, location.href).pathname);
                get.onsuccess = () => { open.result.close(); resolve(JSON.stringify(get.result.notebook)); };
            };
        })
        """;

    /// <summary>A script that sums, before all others run, how long cells ran.</summary>
    public const string SumsSeconds =
        """
        window.ranFor = 0;
        window.Worker = class extends Worker {
            constructor(...parts) {
                super(...parts);
                this.addEventListener('message', ({ data }) => { if (data.type === 'ended') window.ranFor += data.seconds; });
            }
        };
        """;

    /// <summary>The page that is open.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What scripts threw.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>A reader in whose browser nothing is kept yet.</summary>
    /// <param name="browser">The browser, of which he gets a part of his own.</param>
    /// <param name="address">Where the site is.</param>
    /// <param name="patience">The milliseconds that he waits for a page to do something.</param>
    /// <param name="keeps">Whether the browser lets the site be kept.</param>
    /// <param name="before">A script to run before those of pages.</param>
    public static async Task<Reader> ComeAsync(IBrowser browser, string address, int patience, bool keeps = true, string? before = null)
    {
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions { ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block });
        context.SetDefaultTimeout(patience);
        if (before is not null)
            await context.AddInitScriptAsync(before);
        return new Reader(context, address);
    }

    /// <summary>Opens a page of the site in a new tab, and waits until its cells can be changed.</summary>
    public async Task OpenAsync(string page)
    {
        Page = await context.NewPageAsync();
        Page.PageError += (_, error) => Complaints.Add(error);
        await Page.GotoAsync(address + page);
        if (page.EndsWith(".html", StringComparison.Ordinal) && page != "index.html")
            await Page.WaitForSelectorAsync(".live-cell .cm-content", new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits until the site is kept in this browser.</summary>
    public Task KeptAsync() => Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");

    /// <summary>Clicks a button of a cell, or one above the notebook.</summary>
    public Task ClickAsync(string button, int? cell = null) =>
        Page.Locator(cell is { } number ? $"#cell-{number} .cell-tools button.{button}" : $".live-tools > button:text-is('{button}')").ClickAsync();

    /// <summary>Chooses something in the page's menu.</summary>
    public async Task ChooseAsync(string what)
    {
        await Page.Locator(".menu > summary").ClickAsync();
        await Page.Locator($".menu-list button:text-is('{what}')").ClickAsync();
    }

    /// <summary>Writes a cell's text anew.</summary>
    public async Task WriteAsync(int cell, string text)
    {
        await Page.FocusAsync($"#cell-{cell}");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Runs a cell, with a text of its own or another one, and waits until it has run.</summary>
    /// <returns>What it shows, as text.</returns>
    public async Task<string> RunAsync(int cell, string? text = null)
    {
        if (text is not null)
            await WriteAsync(cell, text);
        await ClickAsync("run", cell);
        return await HasRunAsync(cell);
    }

    /// <summary>Runs a text in a cell, and waits until it is under way.</summary>
    public async Task StartAsync(int cell, string text)
    {
        await WriteAsync(cell, text);
        await ClickAsync("run", cell);
        await Page.WaitForSelectorAsync($"#cell-{cell}[data-state=running]");
    }

    /// <summary>Waits until a cell has run.</summary>
    public async Task<string> HasRunAsync(int cell)
    {
        await Page.WaitForSelectorAsync($"#cell-{cell}[data-state=done], #cell-{cell}[data-state=failed]");
        return await ShownAsync(cell);
    }

    /// <summary>Waits until all cells have run, or one has failed.</summary>
    public Task HaveRunAsync() => Page.WaitForFunctionAsync(
        """
        () => {
            const states = [...document.querySelectorAll('.live-cell')].map(cell => cell.dataset.state);
            return states.includes('failed') || states.every(state => state === 'done');
        }
        """, null, new() { Timeout = 600_000, PollingInterval = 200 });

    /// <summary>Lets the page draw for a while.</summary>
    /// <returns>The milliseconds of the longest frame, and the part of the time that frames above 100 ms took.</returns>
    public async Task<(double Longest, double Late)> DrawAsync(double seconds = 2)
    {
        JsonElement frames = await Page.EvaluateAsync<JsonElement>(
            """
            milliseconds => new Promise(done => {
                const gaps = [], began = performance.now();
                let last = began;
                const frame = now => {
                    gaps.push(now - last);
                    last = now;
                    if (now - began < milliseconds) requestAnimationFrame(frame);
                    else done({ longest: Math.max(...gaps), late: gaps.filter(gap => gap > 100).reduce((sum, gap) => sum + gap, 0) / (now - began) });
                };
                requestAnimationFrame(frame);
            })
            """, 1000 * seconds);
        return (frames.GetProperty("longest").GetDouble(), frames.GetProperty("late").GetDouble());
    }

    /// <summary>How many seconds the cells ran, all together, with <see cref="SumsSeconds"/>.</summary>
    public Task<double> SecondsAsync() => Page.EvaluateAsync<double>("() => window.ranFor");

    /// <summary>What a cell shows, as text.</summary>
    public async Task<string> ShownAsync(int cell)
    {
        // Outputs are drawn a frame after they come.
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return await Page.Locator($"#cell-{cell} .outputs").InnerTextAsync();
    }

    /// <summary>Waits until all is saved, and gives the notebook as the browser keeps it.</summary>
    public async Task<JsonNode> SavedAsync(string name)
    {
        await Page.WaitForSelectorAsync(".kept[data-state=saved]", new() { State = WaitForSelectorState.Attached });
        return JsonNode.Parse(await Page.EvaluateAsync<string>(KeptNotebook, name))!;
    }

    /// <summary>Puts a file in the place of what is kept in this browser, and waits until its cells can be changed.</summary>
    public async Task LoadAsync(FilePayload file)
    {
        IFileChooser chooser = await Page.RunAndWaitForFileChooserAsync(() => ChooseAsync("Load notebooks from a file"));
        await chooser.SetFilesAsync(file);
        await Page.EvaluateAsync("() => { window.isOld = true; }");
        await Page.Locator("dialog button:text-is('Load')").ClickAsync();
        await Page.WaitForFunctionAsync("() => !window.isOld && document.querySelector('.live-cell .cm-content') !== null");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
