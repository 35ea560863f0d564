using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>The page in Chromium, against the real server and its workers.</summary>
public sealed class PageTests(LiveBrowser live) : IClassFixture<LiveBrowser>
{
    [BrowserFact]
    public async Task A_number_that_is_changed_changes_what_is_shown_and_what_is_kept()
    {
        live.Served.Write("number.ipynb", "md:# Number", "int n = 3;", "n * n");
        await using LivePage page = await live.OpenAsync("number");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await page.StateAsync(2, "done");
        Assert.Equal("9", (await page.ShownAsync(2)).Trim());
        await page.WriteAsync(1, "int n = 12;");
        await page.StateAsync(1, "changed");
        await page.PressAsync("Shift+Enter", "Shift+Enter");
        await Assertions.Expect(page.Cell(2).Locator(".outputs")).ToHaveTextAsync("144");
        await page.SavedAsync();
        NotebookDocument kept = live.Served.Read("number.ipynb");
        Assert.Equal("int n = 12;", kept.Cells[1].Source);
        Assert.Equal("144", kept.Cells[2].Outputs[0].GetText("text/plain") ?? kept.Cells[2].Outputs[0].GetText("text/html"));
    }

    [BrowserFact]
    public async Task A_cell_that_asks_is_answered_in_the_page()
    {
        live.Served.Write("asks.ipynb", "md:# Asks", "\"Hello \" + Console.ReadLine()");
        await using LivePage page = await live.OpenAsync("asks");
        await page.FocusAsync(1);
        await page.PressAsync("Control+Enter");
        await page.Page.GetByLabel("Cell 1 asks for a line").FillAsync("Ada");
        await page.PressAsync("Enter");
        await Assertions.Expect(page.Cell(1).Locator(".outputs")).ToHaveTextAsync("Hello Ada");
    }
}
