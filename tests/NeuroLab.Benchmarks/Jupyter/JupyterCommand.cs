using System.Diagnostics;
using NeuroLab.Tests.Shared;

namespace NeuroLab.Benchmarks.Jupyter;

/// <summary>Measures the Jupyter kernel beside Jupyter's own Python kernel, where that is installed, and prints how they compare.</summary>
internal static class JupyterCommand
{
    internal static int Run()
    {
        if (Python.With("jupyter_client") is not { } python)
        {
            Console.Error.WriteLine("No Python here can import jupyter_client, by which kernels are measured. Install python3-jupyter-client.");
            return 1;
        }
        // Installed apart, so that the user's own kernels stay as they are.
        using TemporaryFolder folder = new();
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        string tool = Repository.At($"artifacts/bin/NeuroLab.Tool/{configuration}/NeuroLab.Tool.dll");
        int code = RunToEnd(new ProcessStartInfo("dotnet", [tool, "kernel", "install", "--prefix", folder.Path]));
        if (code != 0)
            return code;
        ProcessStartInfo times = new(python, [Path.Combine(AppContext.BaseDirectory, "Jupyter", "jupyter_times.py"), "neurolab"]);
        if (Python.With("ipykernel") is not null)
            times.ArgumentList.Add("python3");
        times.Environment["JUPYTER_PATH"] = folder.At("share/jupyter");
        // Or each start of Python's kernel warns of modules that a debugger can't see into.
        times.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        return RunToEnd(times);
    }

    private static int RunToEnd(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
