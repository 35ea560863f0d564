using System.Diagnostics;
using NeuroLab.Notebooks.Jupyter;

namespace NeuroLab.Tool.Tests.Jupyter;

/// <summary>The kernel, installed in a folder of the test's own, where Python finds it.</summary>
public sealed class InstalledKernel : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InstalledKernel() => KernelSpecs.Install(
        KernelSpecs.PrefixFolder(Folder), Path.Combine(AppContext.BaseDirectory, "NeuroLab.Tool.dll"), force: false);

    internal string Folder => folder.Path;

    /// <summary>Runs Python to its end.</summary>
    internal async Task<(int ExitCode, string Printed)> PythonAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(JupyterTheoryAttribute.Python!, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["JUPYTER_PATH"] = Path.Combine(Folder, "share", "jupyter"), ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime") },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.HasExited ? process.ExitCode : -1, await output + await errors);
    }

    public void Dispose() => folder.Dispose();
}
