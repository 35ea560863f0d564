namespace NeuroLab.Tool.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Tool tool = new();

    [Theory]
    [InlineData("There is no file or folder missing.ipynb", "run", "missing.ipynb")]
    [InlineData("The folder empty holds no notebooks", "run", "empty")]
    [InlineData("ends in .ipynb or .dib, but notes.txt was given", "run", "notes.txt")]
    [InlineData("broken.ipynb", "run", "broken.ipynb")]
    [InlineData("--timeout takes a number of seconds", "run", "good.ipynb", "--timeout", "soon")]
    [InlineData("--timeout takes a number of seconds", "run", "good.ipynb", "--timeout", "0")]
    [InlineData("--jobs takes a whole number", "run", "good.ipynb", "--jobs", "0")]
    [InlineData("notes.txt is a file", "run", "good.ipynb", "--output", "notes.txt")]
    [InlineData("can't be written", "run", "good.ipynb", "--output", "notes.txt/site")]
    [InlineData("holds other.txt", "run", "good.ipynb", "--output", "full")]
    [InlineData("empty is a folder", "run", "good.ipynb", "--json", "empty")]
    [InlineData("does not exist", "run", "good.ipynb", "--json", "nowhere/report.json")]
    [InlineData("There is no option --wrong", "run", "--wrong")]
    [InlineData("notes.txt is a file", "gallery", "--output", "notes.txt")]
    [InlineData("but \"\" was given. Name another folder with --output.", "run", "good.ipynb", "--output", "")]
    [InlineData("but \"\" was given. Name another file with --json.", "run", "good.ipynb", "--json", "")]
    [InlineData("but \"\" was given", "gallery", "--output", "")]
    [InlineData("but \"\" was given", "new", "")]
    [InlineData("neurolab site --live --output DIR", "site", "--output", "new")]
    [InlineData("Option '--output' is required", "site", "--live")]
    [InlineData("notes.txt is a file", "site", "--live", "--output", "notes.txt")]
    [InlineData("holds other.txt", "site", "--live", "--output", "full")]
    [InlineData("this notebook says that it is in Python", "run", "python.ipynb")]
    public async Task Wrong_use_is_explained(string message, params string[] arguments)
    {
        tool.WriteNotebook("good.ipynb", "1 + 1");
        await File.WriteAllTextAsync(tool.At("broken.ipynb"), """{"cells":[{"cell_type":"code","sou""");
        await File.WriteAllTextAsync(tool.At("python.ipynb"), """{"cells":[],"metadata":{"kernelspec":{"language":"python","name":"python3"}},"nbformat":4,"nbformat_minor":5}""");
        await File.WriteAllTextAsync(tool.At("notes.txt"), "notes");
        Directory.CreateDirectory(tool.At("empty"));
        Directory.CreateDirectory(tool.At("full"));
        await File.WriteAllTextAsync(tool.At("full/other.txt"), "mine");
        string[] before = Directory.GetFileSystemEntries(tool.Folder);

        (int code, string output, string errors) = await tool.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(output);
        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(tool.Folder).Order());
    }

    [Fact]
    public async Task Help_names_the_commands_and_options()
    {
        (int code, string output, _) = await tool.RunAsync("run", "--help");
        Assert.Equal(0, code);
        Assert.All(["--output", "--json", "--timeout", "--solve", "--keep-going", "--jobs"],
            option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    public void Dispose() => tool.Dispose();
}
