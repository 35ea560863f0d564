using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NeuroLab.Benchmarks.Compare;

/// <summary>A running Python in which PyTorch does the same steps, with a given number of threads.</summary>
internal sealed class TorchProcess : IDisposable
{
    private readonly Process process;

    private TorchProcess(Process process) => this.process = process;

    /// <summary>Starts PyTorch in a Python that has it.</summary>
    internal static TorchProcess Start(string python, int threads)
    {
        ProcessStartInfo start = new(python, [Path.Combine(AppContext.BaseDirectory, "Compare", "torch_steps.py"), Text(threads)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = Text(threads);
        return new TorchProcess(Process.Start(start)!);
    }

    /// <summary>Milliseconds of every run within a time.</summary>
    internal List<double> Measure(string key, double seconds)
    {
        process.StandardInput.WriteLine($"{key} {seconds.ToString(CultureInfo.InvariantCulture)}");
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine() is { } line
            ? JsonSerializer.Deserialize<List<double>>(line)!
            : throw new InvalidOperationException($"PyTorch ended while it measured {key}.");
    }

    public void Dispose()
    {
        process.StandardInput.Dispose();
        process.WaitForExit();
        process.Dispose();
    }

    private static string Text(int threads) => threads.ToString(CultureInfo.InvariantCulture);
}
