using System.Diagnostics;
using NeuroLab.Jupyter;

namespace NeuroLab.Tests.Shared.Jupyter;

/// <summary>The kernel, installed in a folder of the test's own, where Python finds it.</summary>
public sealed class InstalledKernel : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InstalledKernel() => KernelSpecs.Install(
        KernelSpecs.PrefixFolder(Folder), Path.Combine(AppContext.BaseDirectory, "NeuroLab.Tool.dll"), force: false);

    /// <summary>A Python with Jupyter's packages; null where there is none.</summary>
    internal static string? Python { get; } = Shared.Python.With("jupyter_client, nbclient, nbconvert, zmq");

    /// <summary>Why tests that need it are skipped; null where they run.</summary>
    internal static string? SkipReason { get; } =
        OperatingSystem.IsWindows() || Python is null ? "No Python with the packages jupyter_client, nbclient and nbconvert was found." : null;

    internal string Folder => folder.Path;

    /// <summary>Runs Python to its end.</summary>
    internal async Task<(int ExitCode, string Printed)> PythonAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(Python!, arguments)
        {
            WorkingDirectory = folder,
            Environment = { ["JUPYTER_PATH"] = Path.Combine(Folder, "share", "jupyter"), ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime") },
        };
        (int code, string output, string errors) = await Command.RunAsync(start, minutes: 10);
        return (code, output + errors);
    }

    public void Dispose() => folder.Dispose();
}
