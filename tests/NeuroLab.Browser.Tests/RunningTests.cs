using System.Diagnostics;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;
using Xunit.Abstractions;

namespace NeuroLab.Browser.Tests;

/// <summary>Cells run in the browser as they do in the session on the desktop.</summary>
public sealed class RunningTests(LiveSite site, ITestOutputHelper report) : IClassFixture<LiveSite>
{
    [BrowserFact]
    public async Task A_loop_without_end_is_stopped_while_the_page_answers()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.RunAsync(1);
        await reader.StartAsync(2, "int turns = 0; while (true) turns++;");
        await AssertDrawsAsync(reader);
        Assert.Equal("running", await reader.Page.GetAttributeAsync("#cell-2", "data-state"));
        await reader.ClickAsync("Stop");
        await reader.Page.WaitForSelectorAsync("#cell-2 .outputs :text('its session has ended')");

        await reader.WriteAsync(2, "\"goes on\"");
        await reader.Page.Locator("#cell-2 .cell-note button.offer").ClickAsync();
        await reader.Page.WaitForSelectorAsync("#cell-1[data-state=done]");
        Assert.Contains("goes on", await reader.HasRunAsync(2), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_a_cell_shows_comes_while_it_runs_and_the_session_knows_what_is_typed()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.StartAsync(1, "int answer = 42; Console.WriteLine(\"begins\"); var until = DateTime.Now.AddSeconds(3); while (DateTime.Now < until) { } Console.WriteLine(\"ends\");");
        await reader.Page.WaitForSelectorAsync("#cell-1[data-state=running] .outputs :text('begins')");
        Assert.DoesNotContain("ends", await reader.ShownAsync(1), StringComparison.Ordinal);
        Assert.Contains("ends", await reader.HasRunAsync(1), StringComparison.Ordinal);

        await reader.WriteAsync(2, "answ");
        await reader.Page.Keyboard.PressAsync("Control+Space");
        await reader.Page.WaitForSelectorAsync(".cm-tooltip-autocomplete :text('answer')");
        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.WriteAsync(2, "answer.ToString");
        await reader.Page.Keyboard.TypeAsync("(");
        await Assertions.Expect(reader.Page.Locator(".cm-signature")).ToContainTextAsync("string? format");
        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.WriteAsync(2, "int wrong = \"text\"; answer");
        await reader.Page.WaitForSelectorAsync("#cell-2 .cm-lintRange-error");
        await reader.WriteAsync(2, "answer");
        await reader.Page.Locator("#cell-2 .cm-line").HoverAsync(new() { Position = new() { X = 30, Y = 10 } });
        await Assertions.Expect(reader.Page.Locator(".cm-tooltip-hover")).ToContainTextAsync("int answer", new() { Timeout = 30_000 });
    }

    [BrowserFact]
    public async Task A_session_that_begins_anew_knows_nothing_of_what_ran()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.RunAsync(1, "int answer = 42;");
        Assert.Contains("43", await reader.RunAsync(2, "answer + 1"), StringComparison.Ordinal);
        await reader.ChooseAsync("Restart the worker");
        await reader.Page.Locator("dialog button:text-is('Restart')").ClickAsync();
        await reader.Page.WaitForSelectorAsync(".worker[data-state=off]");
        Assert.Equal("none", await reader.Page.GetAttributeAsync("#cell-1", "data-state"));
        // What it showed stays until it runs again.
        Assert.Contains("43", await reader.ShownAsync(2), StringComparison.Ordinal);
        Assert.Contains("answer", await reader.RunAsync(2), StringComparison.Ordinal);
        Assert.Equal("failed", await reader.Page.GetAttributeAsync("#cell-2", "data-state"));
    }

    [BrowserFact]
    public async Task The_page_draws_while_a_network_learns()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.RunAsync(1, "#!import \"setup.dib\"\nDataset digits = Datasets.OptDigits();\nvar net = new Linear(64, 10, new MersenneTwister(1));");
        await reader.StartAsync(2, "new Trainer(net, new CrossEntropyLoss(), new SGD(net.Parameters, 0.1f)).Fit(digits, new(100_000, 32, new MersenneTwister(2)))");
        await AssertDrawsAsync(reader);
        Assert.Equal("running", await reader.Page.GetAttributeAsync("#cell-2", "data-state"));
    }

    [BrowserFact]
    public async Task A_cell_that_reads_a_line_asks_the_reader()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.KeptAsync();
        await reader.WriteAsync(1, "Console.Write(\"Name? \"); Console.WriteLine($\"Hello {Console.ReadLine()}, {Console.ReadLine() ?? \"nobody\"}\");");
        await reader.ClickAsync("run", 1);
        await reader.Page.FillAsync("#cell-1 form.ask input", "Ada");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator("#cell-1 form.ask button:text-is('No more input')").ClickAsync();
        Assert.Contains("Hello Ada, nobody", await reader.HasRunAsync(1), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_cell_that_loads_what_a_browser_lacks_is_passed_over_where_it_is_optional()
    {
        await using Reader reader = await site.OpenAsync();
        Assert.Contains("This cell was skipped.", await reader.RunAsync(1, "// Optional. It comes with: dotnet build\n#r \"missing.dll\"\n1"), StringComparison.Ordinal);
        await reader.Page.WaitForSelectorAsync("#cell-1[data-state=done]");
    }

    [BrowserFact]
    public async Task A_session_that_was_fetched_before_is_fetched_no_more()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.RunAsync(1, "1 + 1");
        await reader.Page.CloseAsync();
        site.Server.Asked.Clear();

        await reader.OpenAsync("01-neuron.html");
        var watch = Stopwatch.StartNew();
        await reader.ClickAsync("run", 1);
        await reader.Page.WaitForSelectorAsync("#cell-1[data-state=running], #cell-1[data-state=done]");
        report.WriteLine($"Ready after {watch.Elapsed.TotalSeconds:0.0} s.");
        await reader.HasRunAsync(1);
        Assert.DoesNotContain(site.Server.Asked, path => path.StartsWith("engine/", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Without_WebAssembly_a_page_reads_and_says_so()
    {
        await using Reader reader = await site.OpenAsync(before: "delete globalThis.WebAssembly;");
        await reader.Page.WaitForSelectorAsync(".notice:has-text('no WebAssembly')");
        Assert.Contains("neuron", await reader.Page.Locator("article").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    // A page that a cell holds up draws hardly a frame; one on a busy machine now and then a late one.
    private async Task AssertDrawsAsync(Reader reader)
    {
        (double longest, double late) = await reader.DrawAsync();
        report.WriteLine($"The longest frame took {longest:0} ms.");
        Assert.True(late < 0.5, $"Late frames took {100 * late:0} % of the time, the longest {longest:0} ms.");
    }
}
