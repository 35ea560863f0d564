using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Notebooks.Tests.Running;

public sealed class OptionalPartTests : IDisposable
{
    private const string Hint = "Build it with: make all";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("#r \"missing/Extra.dll\"")]
    [InlineData("#r \"nuget: not a name\"")]
    public async Task Where_what_it_loads_is_missing_it_is_skipped_with_the_reason(string loads)
    {
        NotebookResult result = await RunAsync(Notebook(optional: true, "1 + 1", loads, "3"));

        Assert.True(result.Ok);
        Assert.Contains("#r \"", result.Skipped, StringComparison.Ordinal);
        Assert.EndsWith(Hint, result.Skipped, StringComparison.Ordinal);
        Assert.Equal([0], result.Cells.Select(cell => cell.Index));
        Assert.Contains(Hint, Assert.Single(result.Document.Cells[1].Outputs).Text, StringComparison.Ordinal);
        Assert.Empty(result.Document.Cells[2].Outputs);
    }

    [Fact]
    public async Task It_ends_there_even_when_told_to_keep_going() =>
        Assert.Single((await RunAsync(Notebook(optional: true, "1", "#r \"missing/Extra.dll\"", "3"), keepGoing: true)).Cells);

    [Fact]
    public async Task A_cell_whose_library_is_missing_is_passed_over_with_the_reason()
    {
        NotebookResult result = await RunAsync(WithOptionalCell("#r \"missing/Extra.dll\"", "var after = 3;", "after"));

        Assert.True(result.Ok);
        Assert.Null(result.Skipped);
        Assert.Equal([0, 1, 2], result.Cells.Select(cell => cell.Index));
        Assert.Contains("#r \"missing/Extra.dll\"", result.Cells[0].Skipped, StringComparison.Ordinal);
        Assert.EndsWith(Hint, result.Cells[0].Skipped, StringComparison.Ordinal);
        Assert.Contains(Hint, Assert.Single(result.Document.Cells[0].Outputs).Text, StringComparison.Ordinal);
        Assert.All(result.Cells.Skip(1), cell => Assert.Null(cell.Skipped));
    }

    [Theory]
    [InlineData("throw new System.IO.FileNotFoundException();", "1")]
    [InlineData("1", "#r \"missing/Extra.dll\"")]
    public async Task An_optional_cell_excuses_nothing_else_and_no_other_cell(params string[] cells)
    {
        NotebookResult result = await RunAsync(WithOptionalCell(cells));

        Assert.False(result.Ok);
        Assert.All(result.Cells, cell => Assert.Null(cell.Skipped));
    }

    [Fact]
    public async Task Any_other_error_is_a_failure()
    {
        NotebookResult result = await RunAsync(Notebook(optional: true, "throw new System.IO.FileNotFoundException();"));

        Assert.False(result.Ok);
        Assert.Null(result.Skipped);
    }

    [Fact]
    public async Task A_notebook_that_does_not_say_it_is_optional_fails()
    {
        NotebookResult result = await RunAsync(Notebook(optional: false, "#r \"missing/Extra.dll\""));

        Assert.False(result.Ok);
        Assert.Null(result.Skipped);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{ \"optional\": true }")]
    [InlineData("\"text\"")]
    public void Metadata_of_another_form_is_no_declaration(string metadata)
    {
        NotebookDocument document = NotebookDocument.Create();
        document.Metadata["neurolab"] = JsonNode.Parse(metadata);

        Assert.Null(OptionalPart.HintOf(document.Metadata));
    }

    private static NotebookDocument WithOptionalCell(params string[] cells)
    {
        NotebookDocument document = Notebook(optional: false, cells);
        document.Cells[0].Source = $"// Optional. {Hint}\n{document.Cells[0].Source}";
        return document;
    }

    private static NotebookDocument Notebook(bool optional, params string[] cells)
    {
        NotebookDocument document = NotebookDocument.Create();
        foreach (string cell in cells)
            document.Cells.Add(NotebookCell.Create(CellKind.Code, cell));
        if (optional)
            document.Metadata["neurolab"] = new JsonObject { ["optional"] = Hint };
        return document;
    }

    private Task<NotebookResult> RunAsync(NotebookDocument document, bool keepGoing = false) =>
        NotebookRunner.RunAsync(document, folder.At("a.ipynb"), new RunOptions { KeepGoing = keepGoing });
}
