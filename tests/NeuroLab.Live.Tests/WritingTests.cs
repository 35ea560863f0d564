using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>Writing in the page, in Chromium: cells, code, predictions.</summary>
[Collection(LiveBrowser.Name)]
public sealed class WritingTests(LiveBrowser live)
{
    [BrowserFact]
    public async Task Cells_are_added_moved_deleted_and_brought_back_by_keyboard()
    {
        live.Served.Write("cells.ipynb", "md:# Cells", "1", "2");
        await using LivePage page = await live.OpenAsync("cells");
        await page.FocusAsync(1);
        await page.PressAsync("b");
        await page.Page.Keyboard.InsertTextAsync("\"new\"");
        await page.PressAsync("Escape", "Alt+ArrowDown", "k", "d", "d");
        await Assertions.Expect(page.Page.Locator(".live-cell")).ToHaveCountAsync(2);
        await page.PressAsync("z");
        await Assertions.Expect(page.Page.Locator(".live-cell")).ToHaveCountAsync(3);
        await page.SavedAsync();
        Assert.Equal(["# Cells", "1", "2", "\"new\""], live.Served.Read("cells.ipynb").Cells.Select(cell => cell.Source));
    }

    [BrowserFact]
    public async Task A_predicted_cell_stays_folded_until_the_reader_has_said_what_he_expects()
    {
        live.Served.Write("predict.ipynb", "md:# Predict", "md:**Predict, then run.** How much is it?", "6 * 7", "md:It is 42.\n\n## And then\n\nMore.");
        await using LivePage page = await live.OpenAsync("predict");
        await Assertions.Expect(page.Cell(1).Locator(".code")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.GetByText("It is 42.")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.GetByText("More.", new() { Exact = true })).ToBeVisibleAsync();
        await page.Page.GetByLabel("What do you expect?").FillAsync("About forty");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it, and show the cell" }).ClickAsync();
        await Assertions.Expect(page.Cell(1).Locator(".code")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByText("It is 42.")).ToBeVisibleAsync();
        await page.PressAsync("Shift+Enter");
        await Assertions.Expect(page.Cell(1).Locator(".outputs")).ToHaveTextAsync("42");
        await Assertions.Expect(page.Cell(1).Locator(".prediction")).ToContainTextAsync("About forty");
        await page.SavedAsync();
        Assert.Equal("About forty", (string?)live.Served.Read("predict.ipynb").Cells[2].Metadata["neurolab"]!["prediction"]);
    }

    [BrowserFact]
    public async Task What_fits_is_offered_and_errors_stand_under_the_text()
    {
        live.Served.Write("writing.ipynb", "md:# Writing", "var words = \"abc\";", "1");
        await using LivePage page = await live.OpenAsync("writing");
        await page.FocusAsync(1);
        await page.PressAsync("Control+Enter");
        await page.StateAsync(1, "done");
        await page.WriteAsync(2, "");
        await page.Page.Keyboard.TypeAsync("words.Subs");
        await Assertions.Expect(page.Page.Locator(".cm-tooltip-autocomplete [aria-selected]")).ToContainTextAsync("Substring");
        // The list takes no key in its first moment, lest it be one that was meant for the text.
        await page.Page.WaitForTimeoutAsync(500);
        await page.PressAsync("Enter");
        await Assertions.Expect(page.Cell(2).Locator(".cm-content")).ToHaveTextAsync("words.Substring");
        await page.Page.Keyboard.TypeAsync("(");
        await Assertions.Expect(page.Page.Locator(".cm-signature")).ToContainTextAsync("int startIndex");
        await page.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator(".cm-signature")).ToHaveCountAsync(0);
        await page.PressAsync("Control+A");
        await page.Page.Keyboard.InsertTextAsync("int n = words;");
        await page.Page.WaitForSelectorAsync(".cm-lintRange-error");
    }

    [BrowserFact]
    public async Task An_output_that_is_not_what_it_says_costs_no_more_than_itself()
    {
        live.Served.Write("odd.ipynb", "md:# Odd", "display(\"null\", \"application/vnd.plotly.v1+json\");", "display(\"[1]\", \"application/vnd.neurolab.exercise+json\");", "6 * 7");
        await using LivePage page = await live.OpenAsync("odd");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await page.StateAsync(3, "done");
        await page.SavedAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Cell(3).Locator(".outputs")).ToHaveTextAsync("42");
        await Assertions.Expect(page.Cell(1).Locator(".outputs")).ToContainTextAsync("application/vnd.plotly.v1+json");
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task What_a_cell_writes_as_HTML_cannot_reach_the_page()
    {
        live.Served.Write("html.ipynb", "md:# HTML",
            "HTML(\"<b id='x'>bold</b><script>document.body.dataset.ran = 'yes'; parent.document.title = 'taken'</script>\")", "HTML(\"<p>plain <b>words</b></p>\")");
        await using LivePage page = await live.OpenAsync("html");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await page.StateAsync(2, "done");
        await Assertions.Expect(page.Cell(2).Locator(".html > p > b")).ToHaveTextAsync("words");
        await Assertions.Expect(page.Cell(1).FrameLocator("iframe").Locator("body[data-ran=yes] b")).ToHaveTextAsync("bold");
        Assert.DoesNotContain("taken", await page.Page.TitleAsync(), StringComparison.Ordinal);
    }
}
