using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Accessibility;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>The page in Chromium, against the real server and its workers.</summary>
[Collection(LiveBrowser.Name)]
public sealed class PageTests(LiveBrowser live)
{
    [BrowserTheory]
    [InlineData("00-start-here")]
    [InlineData("02-weight-shapes")]
    [InlineData("03-how-weights-change")]
    [InlineData("04-hidden-layers")]
    [InlineData("06-backpropagation")]
    public async Task A_notebook_of_the_course_opens_and_nothing_runs_before_it_is_asked_for(string name)
    {
        // A server of its own: in the one that the tests share, another test may have run the notebook.
        await using Served served = new();
        await served.InitializeAsync();
        await using LivePage page = await LivePage.OpenAsync(live.Browser!, served, name);
        await Assertions.Expect(page.Page.Locator(".worker")).ToHaveTextAsync("Not started");
        Assert.True(await page.Page.Locator(".live-cell .cm-content").CountAsync() > 10);
        Assert.Equal(0, await page.Page.Locator(".live-cell[data-state]:not([data-state=none])").CountAsync());
        await page.Page.WaitForFunctionAsync("() => document.querySelectorAll('.katex').length > 0");
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task The_link_that_the_command_prints_lets_the_browser_in_and_goes_on_by_itself()
    {
        await using LivePage page = await LivePage.OpenAsync(live.Browser!, live.Served, name: null, isEntered: false);
        await page.Page.GotoAsync(live.Served.Server.Link("04-hidden-layers.html").ToString());
        await page.ReadyAsync();
        Assert.EndsWith("/04-hidden-layers.html", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task A_notebook_of_the_course_runs_to_its_end_by_keyboard_alone()
    {
        await using LivePage page = await live.OpenAsync("01-neuron");
        int cells = await page.Page.Locator(".live-cell").CountAsync();
        await page.Page.Locator(".live-text").First.FocusAsync();
        for (int i = 0; i < await page.Page.Locator(".live-cell, .live-text").CountAsync() - 1; i++)
        {
            string kind = await page.Page.EvaluateAsync<string>("() => document.activeElement.className");
            if (kind.Contains("folded", StringComparison.Ordinal))
                await page.PressAsync("Enter", "Escape");
            await page.PressAsync("Shift+Enter");
        }

        await page.StateAsync(cells, "done");
        Assert.Equal(cells, await page.Page.Locator(".live-cell[data-state=done]").CountAsync());
        await page.ChartsAsync();
        Assert.True(await page.Page.Locator(".neurolab-chart").CountAsync() > 5);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task A_number_that_is_changed_changes_what_is_shown_and_what_is_kept_and_the_page_that_comes_back_knows_what_ran()
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
        await page.Page.ReloadAsync();
        await page.StateAsync(1, "done");
        await page.StateAsync(2, "done");
    }

    [BrowserFact]
    public async Task What_must_run_first_is_offered_and_an_exercise_that_is_solved_is_counted_on_the_map()
    {
        live.Served.Write("05-exercise.ipynb", "md:# Exercise", "#!import \"setup.dib\"",
            "// Exercise 01.1: z\nFunc<double[], double[], double, double> z = null;", "NeuronExercises.WeightedSum(z)");
        await using LivePage page = await live.OpenAsync("05-exercise");
        await page.WriteAsync(2, "Func<double[], double[], double, double> z = (x, w, b) => x.Zip(w, (a, c) => a * c).Sum() + b;");
        await page.PressAsync("Escape", "j", "Shift+Enter");
        await page.Cell(3).GetByRole(AriaRole.Button, new() { Name = "Run cells 1 to 2 first, then this one" }).ClickAsync();
        await page.Page.WaitForSelectorAsync("#cell-3 .check.right");
        await page.SavedAsync();
        await page.Page.GotoAsync($"{live.Served.Server.Address}/index.html");
        await Assertions.Expect(page.Page.Locator(".map > li").Filter(new() { HasText = "Exercise" }).Last.Locator(".progress")).ToContainTextAsync("1 of 1 exercises right");
        await Assertions.Expect(page.Page.Locator(".map .marks .right")).ToHaveTextAsync("✓ 01.1: right");
        await Assertions.Expect(page.Page.Locator(".so-far")).ToContainTextAsync("1 of ");
        Assert.Empty(await Axe.FindAsync(page.Page, "map"));
        Assert.True(await page.FitsAsync());
    }

    [BrowserFact]
    public async Task A_loop_without_end_is_stopped_and_the_page_goes_on()
    {
        live.Served.Write("endless.ipynb", "md:# Endless", "while (true) { }", "1 + 1");
        await using LivePage page = await live.OpenAsync("endless");
        await page.FocusAsync(1);
        await page.PressAsync("Shift+Enter");
        await page.StateAsync(1, "running");
        await page.PressAsync("i", "i");
        await Assertions.Expect(page.Cell(1).Locator(".error")).ToContainTextAsync("asked to stop");
        await page.FocusAsync(2);
        await page.PressAsync("Shift+Enter");
        await Assertions.Expect(page.Cell(2).Locator(".outputs")).ToHaveTextAsync("2");
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
