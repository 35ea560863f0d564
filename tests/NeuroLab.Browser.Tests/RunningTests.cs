using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Browser.Tests;

/// <summary>Cells run in the browser as they do in the session on the desktop.</summary>
[Collection(nameof(LiveSite))]
public sealed class RunningTests(LiveSite site)
{
    [BrowserTheory]
    [InlineData("00-start-here")]
    [InlineData("02-weight-shapes")]
    [InlineData("12-convolution")]
    public async Task A_notebook_shows_the_same_as_on_the_desktop(string name)
    {
        string path = Repository.At($"notebooks/{name}.ipynb");
        Task<NotebookResult> desktop = NotebookRunner.RunAsync(NotebookDocument.Load(path), path, new RunOptions());
        await using Reader reader = await site.NewReaderAsync();
        await reader.OpenAsync($"{name}.html");
        await reader.ClickAsync("Run all");
        string[][] expected = ShownValues.Of(JsonNode.Parse((await desktop).Document.ToJson())!);
        await reader.HasRunAsync(expected.Length);
        string[][] shown = ShownValues.Of(await reader.SavedAsync($"{name}.ipynb"));

        Assert.Equal(expected.Length, shown.Length);
        for (int cell = 0; cell < shown.Length; cell++)
        {
            Assert.Equal(expected[cell].Length, shown[cell].Length);
            foreach ((string one, string other) in expected[cell].Zip(shown[cell]))
                Assert.True(ShownValues.Agree(one, other), $"Cell {cell + 1} shows\n{other}\nin the browser, and on the desktop\n{one}");
        }

        Assert.Empty(reader.Complaints);
    }

    [BrowserFact]
    public async Task A_loop_without_end_is_stopped_while_the_page_answers()
    {
        await using Reader reader = await site.NewReaderAsync();
        await reader.OpenAsync("01-neuron.html");
        await reader.RunAsync(1);
        await reader.WriteAsync(2, "int turns = 0; while (true) turns++;");
        await reader.ClickAsync("run", 2);
        await reader.Page.WaitForSelectorAsync("#cell-2[data-state=running]");
        // Frame after frame is drawn while the loop runs.
        await reader.Page.EvaluateAsync(
            """
            () => new Promise(done => {
                let frames = 0;
                const frame = () => { if (++frames < 60) requestAnimationFrame(frame); else done(); };
                requestAnimationFrame(frame);
            })
            """);
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
        await using Reader reader = await site.NewReaderAsync();
        await reader.OpenAsync("01-neuron.html");
        await reader.WriteAsync(1, "int answer = 42; Console.WriteLine(\"begins\"); var until = DateTime.Now.AddSeconds(3); while (DateTime.Now < until) { } Console.WriteLine(\"ends\");");
        await reader.ClickAsync("run", 1);
        await reader.Page.WaitForSelectorAsync("#cell-1[data-state=running] .outputs :text('begins')");
        Assert.DoesNotContain("ends", await reader.ShownAsync(1), StringComparison.Ordinal);
        Assert.Contains("ends", await reader.HasRunAsync(1), StringComparison.Ordinal);

        await reader.WriteAsync(2, "answ");
        await reader.Page.Keyboard.PressAsync("Control+Space");
        await reader.Page.WaitForSelectorAsync(".cm-tooltip-autocomplete :text('answer')");
    }

    [BrowserFact]
    public async Task A_cell_that_reads_a_line_asks_the_reader()
    {
        await using Reader reader = await site.NewReaderAsync();
        await reader.OpenAsync("01-neuron.html");
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
        await using Reader reader = await site.NewReaderAsync();
        await reader.OpenAsync("01-neuron.html");
        await reader.WriteAsync(1, "// Optional. It comes with: dotnet build\n#r \"missing.dll\"\n1");
        Assert.Contains("This cell was skipped.", await reader.RunAsync(1), StringComparison.Ordinal);
        await reader.Page.WaitForSelectorAsync("#cell-1[data-state=done]");
    }

    [BrowserFact]
    public async Task Without_WebAssembly_a_page_reads_and_says_so()
    {
        await using Reader reader = await site.NewReaderAsync("delete globalThis.WebAssembly;");
        await reader.OpenAsync("01-neuron.html");
        await reader.Page.WaitForSelectorAsync(".notice:has-text('no WebAssembly')");
        Assert.Contains("neuron", await reader.Page.Locator("article").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
