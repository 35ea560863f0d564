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
        Assert.Empty(clean.Cells[0].Metadata);
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
    public void What_is_clean_stays_letter_by_letter()
    {
        string once = NotebookCleaner.Clean(NotebookDocument.Parse(FromJupyter, "test")).ToJson();
        Assert.Equal(once, NotebookCleaner.Clean(NotebookDocument.Parse(once, "test")).ToJson());
    }
}
