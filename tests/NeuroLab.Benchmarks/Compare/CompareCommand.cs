using System.Globalization;
using NeuroLab.Benchmarks.Steps;
using NeuroLab.Tests.Shared;

namespace NeuroLab.Benchmarks.Compare;

/// <summary>Measures NeuroLab and PyTorch side by side and prints how they compare.</summary>
/// <remarks>
/// The two take turns, a fraction of a second each, so that whatever else the machine does hits both. Before each turn there is a
/// pause: threads of OpenBLAS go on looking for work for a tenth of a second, at the cost of whoever comes next. Figures are
/// medians over all turns; of PyTorch's thread counts the better one counts.
/// </remarks>
internal static class CompareCommand
{
    private const int Rounds = 8;
    private const double Seconds = 0.4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    internal static int Run()
    {
        if (Python.With("torch") is not { } python)
        {
            Console.Error.WriteLine("No Python here can import torch, so there is nothing to compare with. Install python3-torch, or measure NeuroLab alone: steps.");
            return 1;
        }
        using TorchProcess one = TorchProcess.Start(python, threads: 1), two = TorchProcess.Start(python, threads: 2);
        Console.WriteLine($"{"",-30} {"NeuroLab",12} {"PyTorch, 1",12} {"2 threads",12} {"ratio",8}");
        foreach (TrainingCase training in TrainingCase.All())
            Compare(training, one, two, milliseconds => milliseconds, "ms", lessIsBetter: true);
        foreach (ProductCase product in new[] { new ProductCase(256), new ProductCase(1024) })
            Compare(product, one, two, product.Gigaflops, "GF", lessIsBetter: false);
        double peakOfOne = FmaPeak.Gigaflops(threads: 1), peakOfTwo = FmaPeak.Gigaflops(threads: 2);
        Console.WriteLine(Invariant($"multiply-add peak: {peakOfOne:F0} GFLOP/s on one core, {peakOfTwo:F0} on two"));
        return 0;
    }

    private static void Compare(ITimed timed, TorchProcess one, TorchProcess two, Func<double, double> figure, string unit, bool lessIsBetter)
    {
        Stopwatches.WarmUp(timed);
        List<double> ours = [], withOne = [], withTwo = [];
        for (int round = 0; round < Rounds; round++)
        {
            Thread.Sleep(Pause);
            ours.AddRange(Stopwatches.Measure(timed, Seconds));
            Thread.Sleep(Pause);
            withOne.AddRange(one.Measure(timed.Key, Seconds));
            Thread.Sleep(Pause);
            withTwo.AddRange(two.Measure(timed.Key, Seconds));
        }
        double our = figure(Stopwatches.Median(ours)), first = figure(Stopwatches.Median(withOne)), second = figure(Stopwatches.Median(withTwo));
        double ratio = our / (lessIsBetter ? Math.Min(first, second) : Math.Max(first, second));
        Console.WriteLine(Invariant($"{timed.Key,-30} {our,9:G4} {unit} {first,9:G4} {unit} {second,9:G4} {unit} {ratio,8:F3}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
