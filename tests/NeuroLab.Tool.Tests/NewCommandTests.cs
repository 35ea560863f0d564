using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Tool.Tests;

public sealed class NewCommandTests : IDisposable
{
    private readonly Tool tool = new();

    [Fact]
    public async Task New_writes_notebooks_setup_and_data()
    {
        (int code, string output, string errors) = await tool.RunAsync("new", "my-course");
        Assert.True(code == 0, errors);
        Assert.Contains($"written to {tool.At("my-course")}", output, StringComparison.Ordinal);
        Assert.True(File.Exists(tool.At(Path.Combine("my-course", "notebooks", "setup.dib"))));
        Assert.True(File.Exists(tool.At(Path.Combine("my-course", "notebooks", "00-start-here.ipynb"))));
        Assert.True(File.Exists(tool.At(Path.Combine("my-course", "notebooks", "glossary.md"))));
        Assert.True(File.Exists(tool.At(Path.Combine("my-course", "datasets", "optdigits.csv"))));
    }

    [Fact]
    public async Task Every_link_in_what_new_writes_leads_somewhere()
    {
        await tool.RunAsync("new", "my-course");
        string[] pages = [.. Directory.EnumerateFiles(tool.At("my-course"), "*.md", SearchOption.AllDirectories)];
        string[] notebooks = [.. Directory.EnumerateFiles(tool.At(Path.Combine("my-course", "notebooks")), "*.ipynb")];

        Assert.Contains(tool.At(Path.Combine("my-course", "README.md")), pages);
        Assert.NotEmpty(notebooks);
        Assert.All(pages, page => Assert.Empty(Links.LeadingNowhere(File.ReadAllText(page), Path.GetDirectoryName(page)!)));
        Assert.All(notebooks, notebook => Assert.All(NotebookDocument.Load(notebook).Cells.Where(cell => cell.Kind == CellKind.Markdown), cell =>
            Assert.Empty(Links.LeadingNowhere(cell.Source, Path.GetDirectoryName(notebook)!))));
    }

    [Fact]
    public async Task New_writes_nothing_over()
    {
        Directory.CreateDirectory(tool.At("notes"));
        await File.WriteAllTextAsync(tool.At(Path.Combine("notes", "mine.txt")), "mine");
        (int code, _, string errors) = await tool.RunAsync("new", "notes");
        Assert.Equal(2, code);
        Assert.Contains("holds mine.txt, which was not written by an earlier run", errors, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(tool.At("notes")).Select(Path.GetFileName));

        (code, _, errors) = await tool.RunAsync("new", Path.Combine("notes", "mine.txt"));
        Assert.Equal(2, code);
        Assert.Contains("is a file", errors, StringComparison.Ordinal);
    }

    public void Dispose() => tool.Dispose();
}
