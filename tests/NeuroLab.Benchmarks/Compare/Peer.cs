using System.ComponentModel;
using System.Diagnostics;
using NeuroLab.Tests.Shared;

namespace NeuroLab.Benchmarks.Compare;

/// <summary>Another library, once with one thread and once with two.</summary>
internal sealed class Peer : IDisposable
{
    private const string Project = "tests/NeuroLab.Benchmarks.TorchSharp";

    private readonly PeerProcess one, two;

    private Peer(string program, params string[] arguments)
    {
        one = PeerProcess.Start(program, arguments, threads: 1);
        two = PeerProcess.Start(program, arguments, threads: 2);
    }

    /// <summary>Which library it is, with its version.</summary>
    internal string Name => one.Name;

    /// <summary>PyTorch in a Python that has it; null where there is none.</summary>
    /// <param name="missing">Told why there is none.</param>
    internal static Peer? PyTorch(Action<string> missing) => Start("PyTorch", missing, () => Python.With("torch") is { } python
        ? new Peer(python, Path.Combine(AppContext.BaseDirectory, "Compare", "torch_steps.py"))
        : throw new InvalidOperationException("no Python here can import torch. Install python3-torch."));

    /// <summary>TorchSharp, which is restored and built for this: its native library is large, and no other build should wait for it.</summary>
    /// <param name="missing">Told why there is none.</param>
    internal static Peer? TorchSharp(Action<string> missing) => Start("TorchSharp", missing, () =>
    {
        (int code, string output, string errors) = Command.RunAsync(new ProcessStartInfo("dotnet", ["build", Repository.At(Project), "-c", "Release", "-v", "q", "-nologo"]), minutes: 10).GetAwaiter().GetResult();
        return code == 0
            ? new Peer("dotnet", Repository.At("artifacts/bin/NeuroLab.Benchmarks.TorchSharp/release/NeuroLab.Benchmarks.TorchSharp.dll"))
            : throw new InvalidOperationException($"{Project} can't be restored and built here: {(output + errors).Trim()}");
    });

    /// <summary>A turn of each number of threads.</summary>
    /// <param name="key">What is done.</param>
    /// <param name="seconds">How long a turn takes.</param>
    /// <param name="pause">What comes before a turn.</param>
    internal (List<double> One, List<double> Two) Measure(string key, double seconds, Action pause)
    {
        pause();
        List<double> first = one.Measure(key, seconds);
        pause();
        return (first, two.Measure(key, seconds));
    }

    public void Dispose()
    {
        one.Dispose();
        two.Dispose();
    }

    private static Peer? Start(string who, Action<string> missing, Func<Peer> start)
    {
        try
        {
            return start();
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            missing($"{who} is not measured: {exception.Message}");
            return null;
        }
    }
}
