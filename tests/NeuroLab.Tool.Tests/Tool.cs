using System.Diagnostics;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Tool.Tests;

/// <summary>The command, started as a user starts it, in a folder of the test's own.</summary>
internal sealed class Tool : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The folder the command is started in.</summary>
    public string Folder => folder.Path;

    /// <summary>The full path of a file in the folder.</summary>
    public string At(string name) => folder.At(name);

    /// <summary>Writes a notebook whose cells hold code, or Markdown where they begin with "md:".</summary>
    public void WriteNotebook(string name, params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (string cell in cells)
        {
            bool text = cell.StartsWith("md:", StringComparison.Ordinal);
            document.Cells.Add(NotebookCell.Create(text ? CellKind.Markdown : CellKind.Code, text ? cell[3..] : cell));
        }

        document.Save(At(name));
    }

    /// <summary>Runs the command to its end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => Command.RunAsync(StartInfo(arguments), minutes: 2);

    /// <summary>Starts the command.</summary>
    public Process Start(params string[] arguments)
    {
        ProcessStartInfo start = StartInfo(arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    public void Dispose() => folder.Dispose();

    private ProcessStartInfo StartInfo(string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "NeuroLab.Tool.dll"), .. arguments]) { WorkingDirectory = Folder, RedirectStandardInput = true };
}
