using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NeuroLab.Benchmarks.Compare;

/// <summary>A process in which another library does the same steps, with a given number of threads.</summary>
/// <remarks>Its first line says which library it is. Then it answers each line "key seconds" with the milliseconds of every run within that time.</remarks>
internal sealed class PeerProcess : IDisposable
{
    /// <summary>A machine may set these for old builds of OpenBLAS that fail on its processor; they slow a current one down.</summary>
    private static readonly string[] Slowing = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"];

    private readonly Process process;
    private readonly StringBuilder errors = new();

    private PeerProcess(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Which library it is, with its version.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>Starts a program and waits until it is ready.</summary>
    /// <param name="program">What to start; the number of threads is its last argument.</param>
    /// <param name="arguments">The arguments before it.</param>
    /// <param name="threads">The number of threads.</param>
    /// <exception cref="InvalidOperationException">It ended before it was ready. The message is what it wrote.</exception>
    internal static PeerProcess Start(string program, string[] arguments, int threads)
    {
        string count = threads.ToString(CultureInfo.InvariantCulture);
        ProcessStartInfo start = new(program, [.. arguments, count])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in Slowing)
            start.Environment.Remove(variable);
        foreach (string variable in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
            start.Environment[variable] = count;
        PeerProcess peer = new(start);
        peer.Name = peer.Read("it was ready");
        return peer;
    }

    /// <summary>Milliseconds of every run within a time.</summary>
    internal List<double> Measure(string key, double seconds)
    {
        process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key} {seconds}"));
        process.StandardInput.Flush();
        return JsonSerializer.Deserialize<List<double>>(Read($"it had measured {key}"))!;
    }

    public void Dispose()
    {
        process.StandardInput.Dispose();
        process.WaitForExit();
        process.Dispose();
    }

    private string Read(string what)
    {
        if (process.StandardOutput.ReadLine() is { } line)
            return line;
        process.WaitForExit();
        throw new InvalidOperationException($"It ended before {what}: {errors.ToString().Trim()}");
    }
}
