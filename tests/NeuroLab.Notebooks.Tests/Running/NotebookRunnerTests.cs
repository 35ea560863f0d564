using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Notebooks.Tests.Running;

public sealed class NotebookRunnerTests : IDisposable
{
    private const string Check = """
        display("{\"id\":\"09.1\",\"state\":\"" + (answer == null ? "not tried" : "right") + "\"}", "application/vnd.neurolab.exercise+json");
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_fills_a_copy_with_outputs_and_counts_and_leaves_the_original()
    {
        NotebookDocument document = Notebook("1 + 1", "display(\"{}\", \"application/vnd.plotly.v1+json\");", "System.IO.File.ReadAllText(\"data.txt\")");
        document.Cells.Insert(1, NotebookCell.Create(CellKind.Markdown, "text"));
        folder.Write("data.txt", "found");
        List<CellProgress> reports = [];
        NotebookResult result = await RunAsync(document, new RunOptions(), reports);
        Assert.True(result.Ok);
        Assert.Equal([0, 2, 3], result.Cells.Select(cell => cell.Index));
        Assert.Equal(1, result.Charts);
        Assert.Equal([1, null, 2, 3], result.Document.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("2", result.Document.Cells[0].Outputs[0].GetText("text/plain"));
        Assert.Equal("found", result.Cells[2].Outputs[0].GetText("text/plain"));
        Assert.Empty(document.Cells[0].Outputs);
        Assert.Equal([(0, 0), (1, 2), (2, 3), (3, 3)], reports.Select(report => (report.Done, report.Index)));
    }

    [Fact]
    public async Task Two_runs_give_identical_documents()
    {
        NotebookDocument document = Notebook("var live = display(\"a\"); live.Update(new { A = 1, B = new[] { 1.5, 2 } });", "int.Parse(\"x\")");
        string first = (await RunAsync(document, new RunOptions())).Document.ToJson();
        Assert.Equal(first, (await RunAsync(document, new RunOptions())).Document.ToJson());
    }

    [Fact]
    public async Task A_run_stops_at_the_first_failed_cell()
    {
        NotebookResult result = await RunAsync(Notebook("1", "throw new Exception(\"no\");", "3"), new RunOptions());
        Assert.False(result.Ok);
        Assert.Equal([true, false], result.Cells.Select(cell => cell.Ok));
        Assert.Equal(OutputKind.Error, result.Document.Cells[1].Outputs[0].Kind);
        Assert.Null(result.Document.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Keeping_on_goes_past_a_cell_that_ends_the_session_and_says_what_is_lost()
    {
        NotebookResult result = await RunAsync(Notebook("var a = 1;", "Environment.Exit(1);", "a", "4"), new RunOptions { KeepGoing = true });
        Assert.Equal([true, false, false, true], result.Cells.Select(cell => cell.Ok));
        Assert.Equal("ProcessExit", result.Cells[1].Error?.Name);
        Assert.Contains("variables of the cells above are lost", result.Cells[1].Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal("CompileError", result.Cells[2].Error?.Name);
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_may_fail()
    {
        NotebookDocument document = Notebook("var a = 1;", "throw new Exception(\"on purpose\");", "foo", "a + 1");
        foreach (int i in new[] { 0, 1, 2 })
            document.Cells[i].Metadata["tags"] = new JsonArray("other", "raises-exception");
        NotebookResult result = await RunAsync(document, new RunOptions());
        Assert.True(result.Ok);
        Assert.Equal([null, "System.Exception", "CompileError", null], result.Cells.Select(cell => cell.Error?.Name));
        Assert.Equal("on purpose", result.Document.Cells[1].Outputs[0].ErrorValue);
        Assert.Equal("2", result.Document.Cells[3].Outputs[0].GetText("text/plain"));
    }

    [Fact]
    public async Task A_tagged_cell_that_ends_the_session_has_failed_all_the_same()
    {
        NotebookDocument document = Notebook("Environment.Exit(3);", "1");
        document.Cells[0].Metadata["tags"] = new JsonArray("raises-exception");
        Assert.Equal([false], (await RunAsync(document, new RunOptions())).Cells.Select(cell => cell.Ok));
    }

    [Fact]
    public async Task A_cell_in_another_language_says_so_and_is_not_run()
    {
        NotebookDocument document = Notebook("let x = 1", "print(1)", "SELECT 1", "1 + 1");
        document.Cells[0].Metadata["dotnet_interactive"] = new JsonObject { ["language"] = "fsharp" };
        document.Cells[1].Metadata["vscode"] = new JsonObject { ["languageId"] = "python" };
        document.Cells[2].Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = "sql-shop" };
        NotebookResult result = await RunAsync(document, new RunOptions { KeepGoing = true });
        Assert.Equal(["OtherLanguage", "OtherLanguage", "OtherLanguage", null], result.Cells.Select(cell => cell.Error?.Name));
        Assert.StartsWith("This is an F# cell, which this kernel does not run", result.Cells[0].Error!.Message, StringComparison.Ordinal);
        Assert.StartsWith("This is a sql-shop cell", result.Cells[2].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(4, result.Document.Cells[3].ExecutionCount);
    }

    [Fact]
    public async Task A_name_of_a_later_cell_is_answered_with_that_cell()
    {
        NotebookResult result = await RunAsync(Notebook("1", "later + 1", "// here\nvar later = 5;"), new RunOptions());
        Assert.Equal("    Run cell [3] first, which brings later. It begins: // here", result.Cells[1].Error!.Details[^1]);
    }

    [Fact]
    public async Task Exercises_are_not_tried_until_solved()
    {
        NotebookDocument document = Notebook("// Exercise 09.1: give an answer\nstring answer = null;", Check);
        document.Cells.Add(NotebookCell.Create(CellKind.Markdown,
            "<details><summary>Solution 09.1</summary>\n\n```csharp\nstring answer = \"yes\";\n```\n\n</details>"));
        Assert.Equal([new ExerciseResult("09.1", "not tried")], (await RunAsync(document, new RunOptions())).Exercises);
        Assert.Equal([new ExerciseResult("09.1", "right")], (await RunAsync(document, new RunOptions { Solve = true })).Exercises);
    }

    private static NotebookDocument Notebook(params string[] cells)
    {
        NotebookDocument document = NotebookDocument.Create();
        foreach (string source in cells)
            document.Cells.Add(NotebookCell.Create(CellKind.Code, source));
        return document;
    }

    private Task<NotebookResult> RunAsync(NotebookDocument document, RunOptions options, List<CellProgress>? reports = null) =>
        NotebookRunner.RunAsync(document, folder.At("a.ipynb"), options, reports is null ? null : new Reports(reports));

    private sealed class Reports(List<CellProgress> into) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => into.Add(value);
    }
}
