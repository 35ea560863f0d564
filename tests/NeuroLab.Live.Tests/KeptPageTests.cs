using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>What the reader wrote, in Chromium: it outlives what ends, and is written over by nothing.</summary>
[Collection(LiveBrowser.Name)]
public sealed class KeptPageTests(LiveBrowser live)
{
    [BrowserFact]
    public async Task Text_outlives_its_worker_its_server_and_its_page()
    {
        await using Served served = new();
        await served.InitializeAsync();
        served.Write("crash.ipynb", "md:# Crash", "1", "2");
        await using LivePage page = await LivePage.OpenAsync(live.Browser!, served, "crash");
        int port = served.Address.Port;
        await page.WriteAsync(1, "System.Environment.FailFast(\"gone\");");
        await page.PressAsync("Shift+Enter");
        await page.StateAsync(1, "none");
        await page.SavedAsync();
        await served.StopAsync();
        await page.Page.WaitForSelectorAsync(".worker[data-state=lost]");
        await page.WriteAsync(2, "\"typed while the server was away\"");
        await page.Page.WaitForSelectorAsync(".kept[data-state=problem]");
        await page.Page.GotoAsync("about:blank");

        await served.StartAsync(port);
        await page.EnterAsync(served, "crash");
        await Assertions.Expect(page.Page.Locator(".notice")).ToContainTextAsync("was not saved the last time");
        await Assertions.Expect(page.Cell(2).Locator(".cm-content")).ToContainTextAsync("typed while the server was away");
        await page.SavedAsync();
        Assert.Equal("\"typed while the server was away\"", served.Read("crash.ipynb").Cells[2].Source);
        Assert.Contains("FailFast", served.Read("crash.ipynb").Cells[1].Source, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_another_tab_saved_is_not_written_over()
    {
        live.Served.Write("tabs.ipynb", "md:# Tabs", "1");
        await using LivePage one = await live.OpenAsync("tabs");
        // That it was read is saved too: before the other page takes up the notebook.
        for (int i = 0; i < 100 && live.Served.Read("tabs.ipynb").Metadata["neurolab"]?["read"] is null; i++)
            await Task.Delay(100);
        await using LivePage two = await live.OpenAsync("tabs");
        await one.WriteAsync(1, "\"one\"");
        await one.SavedAsync();
        await Task.Delay(1000);
        await two.WriteAsync(1, "\"two\"");
        await Assertions.Expect(two.Page.Locator(".notice")).ToContainTextAsync("changed elsewhere");
        Assert.Equal("\"one\"", live.Served.Read("tabs.ipynb").Cells[1].Source);
        await two.Page.GetByRole(AriaRole.Button, new() { Name = "Keep what is in this page" }).ClickAsync();
        await two.SavedAsync();
        Assert.Equal("\"two\"", live.Served.Read("tabs.ipynb").Cells[1].Source);
    }

    [BrowserFact]
    public async Task A_notebook_is_compared_with_the_courses_and_started_over()
    {
        await using LivePage page = await live.OpenAsync("03-how-weights-change");
        string before = live.Served.Read("03-how-weights-change.ipynb").Cells.First(cell => cell.Kind == CellKind.Code).Source;
        await page.WriteAsync(1, "\"mine\"");
        await page.PressAsync("Escape");
        await page.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show what I changed" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".notice")).ToContainTextAsync("1 cell differs");
        await Assertions.Expect(page.Cell(1).Locator(".cm-deletedChunk").First).ToBeVisibleAsync();
        await page.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Start this notebook over" }).ClickAsync();
        await page.Page.RunAndWaitForResponseAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Start over", Exact = true }).ClickAsync(), response => response.Url.EndsWith("03-how-weights-change.html", StringComparison.Ordinal));
        await page.ReadyAsync();
        Assert.Equal(before, live.Served.Read("03-how-weights-change.ipynb").Cells.First(cell => cell.Kind == CellKind.Code).Source);
    }
}
