using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuroLab.Kernels;

namespace NeuroLab.Benchmarks.Compare;

/// <summary>What the processor could do at most: multiply-adds that wait for nothing and load nothing.</summary>
internal static class FmaPeak
{
    private const int Sums = 12;
    private const int Turns = 10_000_000;

    /// <summary>The best of some tries, all threads together, in billions of operations a second.</summary>
    internal static double Gigaflops(int threads)
    {
        double operations = 2.0 * threads * Turns * Sums * (Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count);
        double best = 0;
        for (int attempt = 0; attempt < 8; attempt++)
            best = Math.Max(best, 1e-9 * operations / SecondsOf(threads));
        return best;
    }

    /// <summary>From when the first thread began until the last one ended, by their own clocks: whoever waits for them may be woken late.</summary>
    private static double SecondsOf(int threads)
    {
        using Barrier start = new(threads);
        long[] begins = new long[threads], ends = new long[threads];
        Thread[] all = [.. Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            begins[number] = Stopwatch.GetTimestamp();
            Run();
            ends[number] = Stopwatch.GetTimestamp();
        }))];
        foreach (Thread thread in all)
            thread.Start();
        foreach (Thread thread in all)
            thread.Join();
        return Stopwatch.GetElapsedTime(begins.Min(), ends.Max()).TotalSeconds;
    }

    private static float Run() => Vector512.IsHardwareAccelerated
        ? Run<Vector512<float>, Simd512<float>>(Turns)
        : Run<Vector256<float>, Simd256<float>>(Turns);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe float Run<TVector, TSimd>(int turns)
        where TVector : struct
        where TSimd : ISimd<float, TVector>
    {
        float factor = 0.999f, summand = 0.001f;
        TVector x = TSimd.Broadcast(&factor), y = TSimd.Broadcast(&summand);
        TVector a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (; turns > 0; turns--)
        {
            a = TSimd.MultiplyAdd(a, x, y);
            b = TSimd.MultiplyAdd(b, x, y);
            c = TSimd.MultiplyAdd(c, x, y);
            d = TSimd.MultiplyAdd(d, x, y);
            e = TSimd.MultiplyAdd(e, x, y);
            f = TSimd.MultiplyAdd(f, x, y);
            g = TSimd.MultiplyAdd(g, x, y);
            h = TSimd.MultiplyAdd(h, x, y);
            i = TSimd.MultiplyAdd(i, x, y);
            j = TSimd.MultiplyAdd(j, x, y);
            k = TSimd.MultiplyAdd(k, x, y);
            l = TSimd.MultiplyAdd(l, x, y);
        }
        TVector sum = TSimd.Add(TSimd.Add(TSimd.Add(a, b), TSimd.Add(c, d)), TSimd.Add(TSimd.Add(e, f), TSimd.Add(g, h)));
        return TSimd.Sum(TSimd.Add(sum, TSimd.Add(TSimd.Add(i, j), TSimd.Add(k, l))));
    }
}
