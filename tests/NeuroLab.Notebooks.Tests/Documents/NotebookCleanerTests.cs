using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public sealed class NotebookCleanerTests
{
    /// <summary>As Jupyter Notebook 6 writes it: an older format, no ids, outputs, and notes of its own.</summary>
    private const string FromJupyter = """
        {
         "cells": [
          { "cell_type": "markdown", "metadata": { "slideshow": { "slide_type": "slide" } }, "source": ["# Title\n", "text"] },
          { "cell_type": "code", "execution_count": 7, "metadata": { "scrolled": true }, "source": "1 + 1",
            "outputs": [ { "output_type": "execute_result", "execution_count": 7, "metadata": {}, "data": { "text/plain": "2" } } ] }
         ],
         "metadata": { "kernelspec": { "display_name": "C# (NeuroLab)", "language": "C#", "name": "neurolab" }, "celltoolbar": "Slideshow" },
         "nbformat": 4,
         "nbformat_minor": 4
        }
        """;

    [Fact]
    public void Outputs_and_notes_go_and_text_stays()
    {
        NotebookDocument notebook = NotebookDocument.Parse(FromJupyter, "test");
        NotebookDocument clean = NotebookDocument.Parse(NotebookCleaner.Clean(notebook).ToJson(), "test");

        Assert.Equal(["# Title\ntext", "1 + 1"], clean.Cells.Select(cell => cell.Source));
        Assert.Equal("slide", (string?)clean.Cells[0].Metadata["slideshow"]!["slide_type"]);
        Assert.Equal(["dotnet_interactive", "polyglot_notebook"], clean.Cells[1].Metadata.Select(entry => entry.Key));
        Assert.Empty(clean.Cells[1].Outputs);
        Assert.Null(clean.Cells[1].ExecutionCount);
        Assert.Equal(".net-csharp", (string?)clean.Metadata["kernelspec"]!["name"]);
        Assert.False(clean.Metadata.ContainsKey("celltoolbar"));
        Assert.Equal(5, clean.MinorVersion);
        Assert.All(clean.Cells, cell => Assert.NotNull(cell.Id));
        Assert.Single(notebook.Cells[1].Outputs);
    }

    [Fact]
    public void What_an_author_or_another_tool_noted_stays()
    {
        const string Notes = """{"tags":["hide"],"my-tool":{"a":1.50},"jupyter":{"source_hidden":true}}""";
        JsonObject cell = Cell(Notes, "\"attachments\":{\"a.png\":{\"image/png\":\"QQ==\"}},");
        JsonNode clean = Cleaned("""{"neurolab":{"optional":"Build it."},"kernelspec":{"language":"C#","name":"neurolab","display_name":"x"},"other":[]}""", cell);

        Assert.Equal("Build it.", (string?)clean["metadata"]!["neurolab"]!["optional"]);
        Assert.Equal(["kernelspec", "language_info", "neurolab", "other", "polyglot_notebook"], clean["metadata"]!.AsObject().Select(entry => entry.Key).Order());
        const string Language = """{"dotnet_interactive":{"language":"csharp"},"polyglot_notebook":{"kernelName":"csharp"},""";
        Assert.Equal(Language + Notes[1..], clean["cells"]![0]!["metadata"]!.ToJsonString());
        Assert.Equal("QQ==", (string?)clean["cells"]![0]!["attachments"]!["a.png"]!["image/png"]);
    }

    [Fact]
    public void What_editors_note_by_themselves_goes()
    {
        const string Notes = """
            {"collapsed":true,"scrolled":false,"jupyter":{"outputs_hidden":true},"execution":{},"ExecuteTime":{},"trusted":true,
             "executionInfo":{"user":{"displayName":"Ann"}},"outputId":"1","colab":{"base_uri":"https://example.org"},"hidden":true}
            """;
        JsonNode clean = Cleaned("""{"celltoolbar":"Tags","vscode":{"interpreter":{"hash":"ab"}},"widgets":{},"language_info":{"name":"python","version":"3.11"}}""", Cell(Notes));
        Assert.Equal("""{"language_info":{"name":"python"}}""", clean["metadata"]!.ToJsonString());
        Assert.Equal("{}", clean["cells"]![0]!["metadata"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"kernelspec":{"display_name":"Python 3","language":"python","name":"python3"},"language_info":{"name":"python"}}""")]
    [InlineData("""{"kernelspec":{"display_name":".NET (F#)","language":"F#","name":".net-fsharp"},"language_info":{"name":"F#"}}""")]
    [InlineData("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp","items":[]}}}""")]
    public void A_notebook_in_another_language_keeps_its_kernel(string metadata)
    {
        JsonNode clean = Cleaned(metadata, Cell("{}"));
        Assert.Equal(metadata, clean["metadata"]!.ToJsonString());
        Assert.Equal("{}", clean["cells"]![0]!["metadata"]!.ToJsonString());
    }

    [Fact]
    public void A_cell_in_another_language_keeps_it()
    {
        const string Notes = """{"dotnet_interactive":{"language":"fsharp"},"polyglot_notebook":{"kernelName":"fsharp"}}""";
        const string Kernels = """{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"},{"aliases":[],"name":"fsharp"}]}}""";
        JsonNode clean = Cleaned($$"""{"polyglot_notebook":{{Kernels}}}""", Cell(Notes));
        Assert.Equal(Notes, clean["cells"]![0]!["metadata"]!.ToJsonString());
        Assert.Equal(Kernels, clean["metadata"]!["polyglot_notebook"]!.ToJsonString());
    }

    [Fact]
    public void The_notebooks_of_the_course_are_clean_letter_by_letter() =>
        Assert.All(Directory.GetFiles(Repository.At("notebooks"), "*.ipynb"), path =>
            Assert.Equal(File.ReadAllText(path), NotebookCleaner.Clean(NotebookDocument.Load(path)).ToJson()));

    [Fact]
    public void What_is_clean_stays_letter_by_letter()
    {
        string once = NotebookCleaner.Clean(NotebookDocument.Parse(FromJupyter, "test")).ToJson();
        Assert.Equal(once, NotebookCleaner.Clean(NotebookDocument.Parse(once, "test")).ToJson());
    }

    private static JsonObject Cell(string metadata, string more = "") => JsonNode.Parse(
        $$"""{"cell_type":"code","execution_count":3,"id":"a",{{more}}"metadata":{{metadata}},"outputs":[],"source":[]}""")!.AsObject();

    private static JsonNode Cleaned(string metadata, JsonObject cell)
    {
        string json = $$"""{"cells":[{{cell.ToJsonString()}}],"metadata":{{metadata}},"nbformat":4,"nbformat_minor":5}""";
        string once = NotebookCleaner.Clean(NotebookDocument.Parse(json, "test")).ToJson();
        Assert.Equal(once, NotebookCleaner.Clean(NotebookDocument.Parse(once, "test")).ToJson());
        return JsonNode.Parse(once)!;
    }
}
