using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Accessibility;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>The page in Chromium, against the real server and its workers.</summary>
public sealed class PageTests(LiveBrowser live) : IClassFixture<LiveBrowser>
{
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
        await page.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.neurolab-chart')].every(chart => chart.dataset.state === 'ready')");
        Assert.True(await page.Page.Locator(".neurolab-chart").CountAsync() > 5);
        Assert.Empty(page.Complaints);
    }

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
    public async Task What_must_run_first_is_offered_and_an_exercise_that_is_solved_is_counted_on_the_map()
    {
        live.Served.Write("05-exercise.ipynb", "md:# Exercise", "#!import \"setup.dib\"",
            "// Exercise 01.1: z for the roll 2, 6, 5\ndouble? zOfRoll = null;", "NeuronExercises.WeightedSum(zOfRoll)");
        await using LivePage page = await live.OpenAsync("05-exercise");
        await page.WriteAsync(2, "// Exercise 01.1: z for the roll 2, 6, 5\ndouble? zOfRoll = 2 + 6 + 5 - 10.5;");
        await page.PressAsync("Escape", "j", "Shift+Enter");
        await page.Cell(3).GetByRole(AriaRole.Button, new() { Name = "Run cells 1 to 2 first, then this one" }).ClickAsync();
        await page.Page.WaitForSelectorAsync("#cell-3 .check.right");
        await page.SavedAsync();
        await page.Page.GotoAsync($"{live.Served.Server.Address}/index.html");
        await Assertions.Expect(page.Page.Locator(".map > li").Filter(new() { HasText = "Exercise" }).Last.Locator(".progress")).ToContainTextAsync("1 of 1 exercises right");
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
        live.Served.Write("predict.ipynb", "md:# Predict", "md:**Predict, then run.** How much is it?", "6 * 7");
        await using LivePage page = await live.OpenAsync("predict");
        await Assertions.Expect(page.Cell(1).Locator(".code")).ToBeHiddenAsync();
        await page.Page.GetByLabel("What do you expect?").FillAsync("About forty");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it, and show the cell" }).ClickAsync();
        await Assertions.Expect(page.Cell(1).Locator(".code")).ToBeVisibleAsync();
        await page.PressAsync("Shift+Enter");
        await Assertions.Expect(page.Cell(1).Locator(".outputs")).ToHaveTextAsync("42");
        await Assertions.Expect(page.Cell(1).Locator(".prediction")).ToContainTextAsync("About forty");
        await page.SavedAsync();
        Assert.Equal("About forty", (string?)live.Served.Read("predict.ipynb").Cells[2].Metadata["neurolab"]!["prediction"]);
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
        await page.Page.WaitForSelectorAsync(".cm-tooltip-autocomplete");
        await page.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("(");
        await Assertions.Expect(page.Page.Locator(".cm-signature")).ToContainTextAsync("int startIndex");
        await page.Page.Keyboard.PressAsync("Control+A");
        await page.Page.Keyboard.InsertTextAsync("int n = words;");
        await page.Page.WaitForSelectorAsync(".cm-lintRange-error");
    }

    [BrowserFact]
    public async Task What_another_tab_saved_is_not_written_over()
    {
        live.Served.Write("tabs.ipynb", "md:# Tabs", "1");
        await using LivePage one = await live.OpenAsync("tabs");
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

    [BrowserFact]
    public async Task Axe_finds_nothing_and_a_phone_has_room()
    {
        live.Served.Write("axe.ipynb", "md:# Axe\n\nText.", "md:**Predict, then run.** What?", "6 * 7", "Console.WriteLine(\"printed\");", "throw new Exception(\"thrown\");", "md:## End\n\nText.");
        await using LivePage page = await live.OpenAsync("axe");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await page.StateAsync(3, "failed");
        Assert.Empty(await Axe.FindAsync(page.Page, "live"));
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
