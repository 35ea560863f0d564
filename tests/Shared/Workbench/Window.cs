using Microsoft.Playwright;

namespace NeuroLab.Tests.Shared.Workbench;

/// <summary>A window of VS Code's workbench, as a reader uses it.</summary>
/// <param name="page">The window.</param>
/// <param name="notebooks">The folder of the notebooks.</param>
/// <param name="kernel">What the kernel is called that the extension gives notebooks.</param>
internal sealed class Window(IPage page, string notebooks, string kernel = CodeServer.Kernel) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>The code cells that are in view.</summary>
    public ILocator CodeCells => Page.Locator(".notebookOverlay:visible .code-cell-row");

    /// <summary>What cells show: a page within the window.</summary>
    public IFrameLocator Outputs => Page.FrameLocator("iframe.webview.ready:visible").FrameLocator("#active-frame");

    /// <summary>Opens a notebook alone, and waits until its kernel is chosen.</summary>
    public async Task OpenAsync(string name, bool withKernel = true)
    {
        await Page.BringToFrontAsync();
        await CommandAsync("View: Close All Editors");
        await ChooseAsync("Control+P", Path.Combine(notebooks, name), Path.GetFileName(name));
        await CodeCells.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (withKernel)
            await Page.GetByText(kernel).First.WaitForAsync();
    }

    /// <summary>Runs a command by its name.</summary>
    public async Task CommandAsync(string name)
    {
        await Page.Locator(".monaco-workbench .part.editor").WaitForAsync();
        await ChooseAsync("F1", ">" + name, name);
    }

    // A window that has just been opened takes no keys for a while, and a key that it takes late opens the list anew, without what was asked.
    private async Task ChooseAsync(string key, string asked, string row)
    {
        ILocator input = Page.Locator(".quick-input-widget input");
        ILocator found = Page.Locator(".quick-input-list .monaco-list-row").Filter(new() { HasText = row }).First;
        for (int i = 0; i < 60; i++)
        {
            try
            {
                if (!await input.IsVisibleAsync())
                    await Page.Keyboard.PressAsync(key);
                await input.FillAsync(asked, new() { Timeout = 2000 });
                await found.ClickAsync(new() { Timeout = 3000 });
                return;
            }
            catch (TimeoutException) when (i < 59)
            {
                // Asked again.
            }
        }
    }

    /// <summary>Presses a button above the notebook.</summary>
    public Task ToolbarAsync(string name) => Page.Locator(".notebook-toolbar-container").GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    /// <summary>What stands below cells under this name.</summary>
    public ILocator Below(string name) => Page.Locator(".cell-status-item").Filter(new() { HasText = name });

    /// <summary>A message that the workbench shows at its edge.</summary>
    public ILocator Message(string words) => Page.Locator(".notification-toast").Filter(new() { HasText = words });

    /// <summary>Puts the cursor into a code cell, counted from 0 among those in view.</summary>
    public Task ClickAsync(int cell) => CodeCells.Nth(cell).Locator(".view-lines").ClickAsync();

    /// <summary>Types after what stands in a code cell.</summary>
    public async Task TypeAtEndAsync(int cell, string text)
    {
        await ClickAsync(cell);
        await Page.Keyboard.PressAsync("Control+End");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Replaces what stands in a code cell.</summary>
    public async Task WriteAsync(int cell, string text)
    {
        await ClickAsync(cell);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Goes to the notebook's first cell. An editor that has just been opened may not have the focus yet, and the command then goes to nobody.</summary>
    public async Task ToFirstCellAsync(int cells)
    {
        ILocator first = At(1, cells);
        // What the bar says already may be from before the editor had the focus, so the command is given in any case.
        for (int i = 0; i == 0 || (i < 20 && !await first.IsVisibleAsync()); i++)
        {
            await CommandAsync("Notebook: Focus First Cell");
            for (int j = 0; j < 20 && !await first.IsVisibleAsync(); j++)
                await Task.Delay(100);
        }

        if (!await first.IsVisibleAsync())
            throw new TimeoutException($"The first of {cells} cells was not reached; the window says: {await Page.Locator(".part.statusbar").InnerTextAsync()}");
    }

    /// <summary>Waits until the notebook is at a cell, counted from 1: keys that come earlier are lost.</summary>
    public Task IsAtAsync(int cell, int cells) => At(cell, cells).WaitForAsync();

    private ILocator At(int cell, int cells) => Page.GetByText($"Cell {cell} of {cells}", new() { Exact = true });

    /// <summary>Runs one cell.</summary>
    public async Task RunAsync(int cell)
    {
        await ClickAsync(cell);
        await Page.Keyboard.PressAsync("Meta+Enter");
    }

    /// <summary>Waits until a cell has run: while one runs the session answers no question about code.</summary>
    public Task EndedAsync(int cell) => Assertions.Expect(CodeCells.Nth(cell).Locator(".codicon-notebook-state-success")).ToBeAttachedAsync();

    /// <summary>Goes down the notebook until a chart is in view and drawn: the workbench draws what is in view alone.</summary>
    public async Task FindChartAsync(int cells)
    {
        ILocator drawn = Outputs.Locator(".neurolab-chart[data-state=ready]");
        await ToFirstCellAsync(cells);
        for (int i = 0; i < cells && await drawn.CountAsync() == 0; i++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
            await Task.Delay(300);
        }

        await Assertions.Expect(drawn.First).ToBeAttachedAsync();
    }

    /// <summary>Takes a picture, where the variable NEUROLAB_SCREENSHOTS names a folder for them.</summary>
    public async Task ShotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("NEUROLAB_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    /// <summary>Saves the notebook, and waits until a condition on its file holds.</summary>
    public async Task SavedAsync(Func<bool> holds)
    {
        for (int i = 0; i < 450 && !holds(); i++)
        {
            await Page.Keyboard.PressAsync("Control+S");
            await Task.Delay(200);
        }

        if (!holds())
            throw new TimeoutException("The file did not come to hold what was expected.");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
