using System.Diagnostics;

namespace NeuroLab.Benchmarks.Steps;

/// <summary>Measures how long things take.</summary>
internal static class Stopwatches
{
    /// <summary>Runs until the code is compiled in full and buffers have their size.</summary>
    internal static void WarmUp(ITimed timed)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 50 || Stopwatch.GetElapsedTime(start).TotalSeconds < 1.5; i++)
            timed.Run();
    }

    /// <summary>Milliseconds of every run within a time.</summary>
    internal static List<double> Measure(ITimed timed, double seconds)
    {
        List<double> all = new(1 << 16);
        long start = Stopwatch.GetTimestamp();
        for (long before = start; all.Count < 5 || Stopwatch.GetElapsedTime(start, before).TotalSeconds < seconds;)
        {
            timed.Run();
            long now = Stopwatch.GetTimestamp();
            all.Add(Stopwatch.GetElapsedTime(before, now).TotalMilliseconds);
            before = now;
        }
        return all;
    }

    /// <summary>Bytes allocated on all threads by each of some runs.</summary>
    internal static double AllocatedBytes(ITimed timed)
    {
        const int Runs = 100;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Runs; i++)
            timed.Run();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Runs;
    }

    /// <summary>The number in the middle.</summary>
    internal static double Median(List<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
