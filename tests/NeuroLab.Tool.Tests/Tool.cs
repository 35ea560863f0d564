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

    /// <summary>Starts the command alone, at a terminal, for a user of its own whose settings are in the folder.</summary>
    public Process StartAtTerminal()
    {
        ProcessStartInfo start = new("script", ["-qec", $"dotnet '{Program}'", "/dev/null"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in new[] { ("HOME", At("home")), ("XDG_CONFIG_HOME", At("home")), ("TERM", "xterm"), ("CI", "1"), ("BROWSER", "") })
            start.Environment[name] = value;
        Directory.CreateDirectory(At("home"));
        return Process.Start(start)!;
    }

    /// <summary>Runs a line of shell in which <c>neurolab</c> is the command and <c>disk</c> a disk of 16 KB, mounted for this line alone.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunWithSmallDiskAsync(string line)
    {
        Directory.CreateDirectory(At("disk"));
        return ShellAsync("unshare", "--mount", "sh", "-c", $"mount -t tmpfs -o size=16k tmpfs disk && {Alias}{line}");
    }

    /// <summary>Runs a line of shell in which <c>neurolab</c> is the command.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunInShellAsync(string line) => ShellAsync("sh", "-c", Alias + line);

    public void Dispose() => folder.Dispose();

    private static string Alias => $"neurolab() {{ dotnet '{Program}' \"$@\"; }}; ";

    private static string Program => Path.Combine(AppContext.BaseDirectory, "NeuroLab.Tool.dll");

    private Task<(int ExitCode, string Output, string Errors)> ShellAsync(string program, params string[] arguments) =>
        Command.RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true }, minutes: 2);

    private ProcessStartInfo StartInfo(string[] arguments) =>
        new("dotnet", [Program, .. arguments]) { WorkingDirectory = Folder, RedirectStandardInput = true };
}
