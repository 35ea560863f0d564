using System.Diagnostics;
using System.Globalization;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Tool.Tests;

public sealed class CleanCommandTests : IDisposable
{
    private readonly Tool tool = new();

    [Fact]
    public async Task Clean_takes_the_outputs_out_and_leaves_a_clean_notebook_alone()
    {
        tool.WriteNotebook("a.ipynb", "md:# First", "6 * 7");
        await tool.RunAsync("run", "a.ipynb", "--output", "site");
        string run = tool.At(Path.Combine("site", "a.ipynb"));
        Assert.NotEmpty(NotebookDocument.Load(run).Cells[1].Outputs);

        (int code, string output, string errors) = await tool.RunAsync("clean", "site");
        Assert.True(code == 0, errors);
        Assert.Equal($"Cleaned {Path.Combine("site", "a.ipynb")}", output.Trim());
        Assert.Empty(NotebookDocument.Load(run).Cells[1].Outputs);

        (_, output, _) = await tool.RunAsync("clean", run);
        Assert.Equal($"Clean already: {run}", output.Trim());
    }

    [Fact]
    public async Task A_file_that_can_not_be_cleaned_is_told_and_the_others_are_cleaned()
    {
        tool.WriteNotebook("c.ipynb", "6 * 7");
        string dirty = (await File.ReadAllTextAsync(tool.At("c.ipynb"))).Replace("\"execution_count\": null", "\"execution_count\": 5", StringComparison.Ordinal);
        string twice = dirty.Replace("]\n  }\n ],", "]\n  },\n  {\"cell_type\": \"raw\", \"id\": \"cell-1\", \"metadata\": {}, \"source\": []}\n ],", StringComparison.Ordinal);
        await File.WriteAllTextAsync(tool.At("a.ipynb"), "{}");
        await File.WriteAllTextAsync(tool.At("b.ipynb"), dirty);
        File.SetAttributes(tool.At("b.ipynb"), FileAttributes.ReadOnly);
        await File.WriteAllTextAsync(tool.At("c.ipynb"), twice);

        (int code, string output, string errors) = await tool.RunAsync("clean", ".");
        string[] lines = errors.Trim().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(2, code);
        Assert.Equal(3, lines.Length);
        Assert.EndsWith("c.ipynb, cell 2: A cell above has the same id; this one gets a new one.", lines[0], StringComparison.Ordinal);
        Assert.Contains("a.ipynb: \"nbformat\" must be 4", lines[1], StringComparison.Ordinal);
        Assert.Contains("b.ipynb can't be written: the file is write-protected.", lines[2], StringComparison.Ordinal);
        Assert.Equal($"Cleaned {Path.Combine(".", "c.ipynb")}", output.Trim());
        Assert.Equal(dirty, await File.ReadAllTextAsync(tool.At("b.ipynb")));
        Assert.Empty(NotebookDocument.Load(tool.At("c.ipynb")).Repairs);
        File.SetAttributes(tool.At("b.ipynb"), FileAttributes.Normal);
    }

    [UnixFact]
    public async Task Stopped_it_tells_where_and_no_notebook_is_half_clean()
    {
        const int Notebooks = 400;
        tool.WriteNotebook("a.ipynb", "6 * 7");
        string dirty = (await File.ReadAllTextAsync(tool.At("a.ipynb"))).Replace("\"execution_count\": null", "\"execution_count\": 5", StringComparison.Ordinal);
        File.Delete(tool.At("a.ipynb"));
        string[] names = [.. Enumerable.Range(0, Notebooks).Select(i => $"{i:000}-{new string('n', 200)}.ipynb")];
        foreach (string name in names)
            await File.WriteAllTextAsync(tool.At(name), dirty);

        // Nobody reads what it says, so it stops by itself when the pipe is full, between the first notebook and the last.
        using Process process = tool.Start("clean", ".");
        for (int i = 0; i < 600 && await File.ReadAllTextAsync(tool.At(names[0])) == dirty; i++)
            await Task.Delay(100);
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        // It can't go on before its output is read; on a busy machine it hears the signal a little later.
        await Task.Delay(2000);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        int told = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.InRange(told, 1, Notebooks - 1);
        Assert.StartsWith($"Stopped before {Path.Combine(".", names[told])}. The notebooks named above are clean", await errors, StringComparison.Ordinal);
        Assert.Equal(names.Select((_, i) => i < told), names.Select(name => File.ReadAllText(tool.At(name)) != dirty));
        Assert.Equal(Notebooks, Directory.GetFileSystemEntries(tool.Folder).Length);
    }

    [SmallDiskFact]
    public async Task A_full_disk_leaves_the_notebook_as_it_was()
    {
        tool.WriteNotebook("a.ipynb", "6 * 7");
        string dirty = (await File.ReadAllTextAsync(tool.At("a.ipynb"))).Replace("\"execution_count\": null", "\"execution_count\": 5", StringComparison.Ordinal);
        await File.WriteAllTextAsync(tool.At("a.ipynb"), dirty);
        (int code, string output, string errors) = await tool.RunWithSmallDiskAsync(
            "cp a.ipynb disk; head -c 99999 /dev/zero > disk/fill; neurolab clean disk/a.ipynb; code=$?; cmp a.ipynb disk/a.ipynb && ls -A disk; exit $code");
        Assert.Equal(2, code);
        Assert.Contains("disk/a.ipynb can't be written: The disk is full.", errors, StringComparison.Ordinal);
        Assert.Equal("a.ipynb\nfill\n", output);
    }

    [Fact]
    public async Task Clean_wants_to_know_what()
    {
        (int code, _, string errors) = await tool.RunAsync("clean");
        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
    }

    public void Dispose() => tool.Dispose();
}
