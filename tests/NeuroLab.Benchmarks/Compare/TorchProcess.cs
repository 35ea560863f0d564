using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NeuroLab.Benchmarks.Compare;

/// <summary>A running Python in which PyTorch does the same steps, with a given number of threads.</summary>
internal sealed class TorchProcess : IDisposable
{
    private readonly Process process;

    private TorchProcess(Process process, int threads)
    {
        this.process = process;
        Threads = threads;
    }

    internal int Threads { get; }

    /// <summary>Starts PyTorch in the first Python that has it, or gives null where none has.</summary>
    internal static TorchProcess? Start(int threads)
    {
        foreach (string python in new[] { "python3", "/usr/bin/python3", "python" })
        {
            ProcessStartInfo start = new(python, [Path.Combine(AppContext.BaseDirectory, "Compare", "torch_steps.py"), Text(threads)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = Text(threads);
            try
            {
                TorchProcess torch = new(Process.Start(start)!, threads);
                if (torch.TryMeasure("tiny_2_16_16_2_b32_sgd", 0) is not null)
                    return torch;
                torch.Dispose();
            }
            catch (Win32Exception)
            {
                // There is no Python of that name: the next one may be there.
            }
        }
        return null;
    }

    /// <summary>Milliseconds of every run within a time.</summary>
    internal List<double> Measure(string key, double seconds) =>
        TryMeasure(key, seconds) ?? throw new InvalidOperationException($"PyTorch ended while it measured {key}.");

    public void Dispose()
    {
        process.StandardInput.Dispose();
        process.WaitForExit();
        process.Dispose();
    }

    private List<double>? TryMeasure(string key, double seconds)
    {
        try
        {
            process.StandardInput.WriteLine($"{key} {seconds.ToString(CultureInfo.InvariantCulture)}");
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return null;
        }
        return process.StandardOutput.ReadLine() is { } line ? JsonSerializer.Deserialize<List<double>>(line) : null;
    }

    private static string Text(int threads) => threads.ToString(CultureInfo.InvariantCulture);
}
