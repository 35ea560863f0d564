using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace NeuroLab.Browser.Tests;

/// <summary>A reader in front of a browser.</summary>
internal sealed class Reader(IBrowserContext context, string address) : IAsyncDisposable
{
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

    /// <summary>Runs a cell, and waits until it has run.</summary>
    /// <returns>What it shows, as text.</returns>
    public async Task<string> RunAsync(int cell)
    {
        await ClickAsync("run", cell);
        return await HasRunAsync(cell);
    }

    /// <summary>Waits until a cell has run.</summary>
    public async Task<string> HasRunAsync(int cell)
    {
        await Page.WaitForSelectorAsync($"#cell-{cell}[data-state=done], #cell-{cell}[data-state=failed]", new() { Timeout = 180_000 });
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
