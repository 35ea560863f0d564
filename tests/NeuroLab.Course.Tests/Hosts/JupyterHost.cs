using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Course.Tests.Notebooks;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>The published tool as a kernel of Jupyter, and all notebooks as it ran them: two kernels share them.</summary>
public sealed class JupyterHost : IAsyncLifetime, IDisposable
{
    /// <summary>A notebook of the tests' own, with live output.</summary>
    internal const string Live = "live.ipynb";

    private static readonly Lazy<string?> python = new(() => Python.With("jupyter_client, nbclient, nbformat, zmq"));
    private readonly TemporaryFolder folder = new();
    private string printed = "";

    internal static string? SkipReason =>
        OperatingSystem.IsWindows() || python.Value is null ? "No Python with the packages jupyter_client, nbclient and nbformat was found." : PublishedTool.SkipReason;

    /// <summary>A notebook as the tool left it, or an error that says what became of the run.</summary>
    internal NotebookDocument Ran(string name)
    {
        string file = folder.At(name);
        Assert.True(File.Exists(file), $"{name} was not run to its end. {printed}");
        return NotebookDocument.Load(file);
    }

    public async Task InitializeAsync()
    {
        if (SkipReason is not null)
            return;
        NotebookDocument live = NotebookDocument.Create();
        live.Cells.Add(NotebookCell.Create(CellKind.Code, "#!import \"setup.dib\""));
        live.Cells.Add(NotebookCell.Create(CellKind.Code, HostOutputs.LiveCell));
        await File.WriteAllTextAsync(folder.At(Live), live.ToJson());
        string[] names = [.. Directory.EnumerateFiles(CourseNotebook.Folder, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        string[] said = await Task.WhenAll(
            RunAsync("2048-2547", names.Where((_, i) => i % 2 == 0).Append(folder.At(Live))),
            RunAsync("2548-3047", names.Where((_, i) => i % 2 == 1)));
        printed = string.Concat(said);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    // Two kernels that look for a free port at the same time would find the same one, so each has a range of its own.
    private async Task<string> RunAsync(string ports, IEnumerable<string> names)
    {
        string jupyter = folder.At($"jupyter-{ports}"), script = Path.Combine(AppContext.BaseDirectory, "Hosts", "run_notebooks.py");
        string kernel = Directory.CreateDirectory(Path.Combine(jupyter, "kernels", ".net-csharp")).FullName;
        await File.WriteAllTextAsync(Path.Combine(kernel, "kernel.json"), new JsonObject
        {
            ["argv"] = JsonSerializer.SerializeToNode<string[]>(
                ["dotnet", .. PublishedTool.Arguments("jupyter", "--default-kernel", "csharp", "--http-port-range", ports, "{connection_file}")]),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["env"] = JsonSerializer.SerializeToNode(PublishedTool.Environment),
        }.ToJsonString());
        (int code, string output, string errors) = await Command.RunAsync(new ProcessStartInfo(python.Value!, [script, folder.Path, .. names])
        {
            WorkingDirectory = CourseNotebook.Folder,
            Environment = { ["JUPYTER_DATA_DIR"] = jupyter, ["JUPYTER_RUNTIME_DIR"] = Path.Combine(jupyter, "runtime") },
        }, minutes: 15);
        return code == 0 ? "" : output + errors;
    }
}
