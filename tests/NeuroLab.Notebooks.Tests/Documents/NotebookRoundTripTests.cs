using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public sealed class NotebookRoundTripTests
{
    // The keys are out of order, the numbers written unusually, and some keys are unknown: all of it must survive.
    private const string Untouched = """
        {
         "nbformat": 4,
         "nbformat_minor": 5,
         "metadata": {
          "zeta": 1.50,
          "alpha": [
           1e-05,
           null,
           {}
          ],
          "作者": "神经网络　教程 😀 é \u001b"
         },
         "cells": [
          {
           "source": "a string, not a list",
           "cell_type": "markdown",
           "id": "b",
           "unknown": true,
           "metadata": {}
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "a",
           "metadata": {
            "dotnet_interactive": {
             "language": "csharp"
            }
           },
           "outputs": [
            {
             "output_type": "stream",
             "name": "stdout",
             "text": [
              "权重\n",
              "w"
             ],
             "extra": []
            }
           ],
           "source": [
            "var w = \"权重\";\n",
            "w"
           ]
          }
         ]
        }

        """;

    [Fact]
    public void An_untouched_document_is_saved_as_it_was() =>
        Assert.Equal(Untouched.ReplaceLineEndings("\n"), NotebookDocument.Parse(Untouched, "x.ipynb").ToJson());

    [Fact]
    public void Source_is_read_joined_and_written_as_lines()
    {
        NotebookDocument document = NotebookDocument.Parse(Untouched, "x.ipynb");
        Assert.Equal("var w = \"权重\";\nw", document.Cells[1].Source);
        document.Cells[0].Source = "one\ntwo\n";
        Assert.Contains("\n   \"source\": [\n    \"one\\n\",\n    \"two\\n\"\n   ],", document.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_outputs_leaves_the_original_alone()
    {
        NotebookDocument document = NotebookDocument.Parse(Untouched, "x.ipynb");
        NotebookDocument bare = document.WithoutOutputs();
        Assert.Empty(bare.Cells[1].Outputs);
        Assert.Null(bare.Cells[1].ExecutionCount);
        Assert.Single(document.Cells[1].Outputs);
        Assert.Equal(7, document.Cells[1].ExecutionCount);
    }

    [Fact]
    public void Cells_without_an_id_get_one_that_is_the_same_each_time()
    {
        NotebookDocument document = NotebookDocument.Create();
        document.Cells.Add(NotebookCell.Create(CellKind.Markdown, "text", "cell-2"));
        document.Cells.Add(NotebookCell.Create(CellKind.Code, "1"));
        Assert.Equal(["cell-2", "cell-3"], NotebookDocument.Parse(document.ToJson(), "x").Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void An_older_minor_version_is_kept_and_gets_no_ids()
    {
        const string Old = """{"cells":[{"cell_type":"raw","metadata":{},"source":[]}],"metadata":{},"nbformat":4,"nbformat_minor":2}""";
        NotebookDocument document = NotebookDocument.Parse(Old, "x");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Old), JsonNode.Parse(document.ToJson())));
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_else_behind()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.ipynb", Untouched);
        NotebookDocument document = NotebookDocument.Load(path);
        document.Cells[0].Source = "new";
        document.Save(path);
        Assert.Equal("new", NotebookDocument.Load(path).Cells[0].Source);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
        Assert.False(File.ReadAllBytes(path).AsSpan().StartsWith("\uFEFF"u8));
    }

    [Fact]
    public void Any_source_survives_a_round_trip()
    {
        Prop.ForAll<NonNull<string>>(text =>
        {
            // Text in .NET may hold half a character, which no UTF-8 file can.
            string source = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
            NotebookDocument document = NotebookDocument.Create();
            NotebookCell cell = NotebookCell.Create(CellKind.Code, source);
            cell.Outputs.Add(NotebookOutput.Stream("stdout", source));
            cell.Outputs.Add(NotebookOutput.Result(new JsonObject { ["text/plain"] = source }, 1));
            document.Cells.Add(cell);
            string saved = document.ToJson();
            NotebookDocument read = NotebookDocument.Parse(saved, "x");
            return read.Cells[0].Source == source && read.Cells[0].Outputs[0].Text == source
                && read.Cells[0].Outputs[1].GetText("text/plain") == source && read.ToJson() == saved;
        }).QuickCheckThrowOnFailure();
    }
}
