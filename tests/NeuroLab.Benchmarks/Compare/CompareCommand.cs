using System.Globalization;
using NeuroLab.Benchmarks.Steps;

namespace NeuroLab.Benchmarks.Compare;

/// <summary>Measures NeuroLab and its peers side by side and prints how they compare.</summary>
/// <remarks>
/// They take turns, a fraction of a second each, so that whatever else the machine does hits all of them. Before each turn there is a
/// pause: threads of OpenBLAS go on looking for work for a tenth of a second, at the cost of whoever comes next. Figures are
/// medians over all turns; of a peer's thread counts the better one counts.
/// </remarks>
internal static class CompareCommand
{
    private const int Rounds = 8;
    private const double Seconds = 0.4;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    internal static int Run()
    {
        using Peer? pyTorch = Peer.PyTorch(Console.Error.WriteLine), torchSharp = Peer.TorchSharp(Console.Error.WriteLine);
        Peer[] peers = [.. new[] { pyTorch, torchSharp }.OfType<Peer>()];
        if (peers.Length == 0)
        {
            Console.Error.WriteLine("There is nothing to compare with. NeuroLab alone is measured by: steps.");
            return 1;
        }
        for (int i = 0; i < peers.Length; i++)
            Console.WriteLine($"{(char)('A' + i)}: {peers[i].Name}");
        Console.Write($"{"",-30} {"NeuroLab",12}");
        for (int i = 0; i < peers.Length; i++)
            Console.Write($" {$"{(char)('A' + i)}, 1",12} {"2 threads",12} {"ratio",8}");
        Console.WriteLine();
        foreach (TrainingCase training in TrainingCase.All())
            Compare(training, peers, milliseconds => milliseconds, "ms", lessIsBetter: true);
        foreach (ProductCase product in new[] { new ProductCase(256), new ProductCase(1024) })
            Compare(product, peers, product.Gigaflops, "GF", lessIsBetter: false);
        double peakOfOne = FmaPeak.Gigaflops(threads: 1), peakOfTwo = FmaPeak.Gigaflops(threads: 2);
        Console.WriteLine(Invariant($"multiply-add peak: {peakOfOne:F0} GFLOP/s on one core, {peakOfTwo:F0} on two"));
        return 0;
    }

    private static void Compare(ITimed timed, Peer[] peers, Func<double, double> figure, string unit, bool lessIsBetter)
    {
        Stopwatches.WarmUp(timed);
        List<double> ours = [];
        (List<double> One, List<double> Two)[] theirs = [.. peers.Select(_ => (new List<double>(), new List<double>()))];
        for (int round = 0; round < Rounds; round++)
        {
            Thread.Sleep(Pause);
            ours.AddRange(Stopwatches.Measure(timed, Seconds));
            for (int i = 0; i < peers.Length; i++)
            {
                (List<double> one, List<double> two) = peers[i].Measure(timed.Key, Seconds, () => Thread.Sleep(Pause));
                theirs[i].One.AddRange(one);
                theirs[i].Two.AddRange(two);
            }
        }
        double our = figure(Stopwatches.Median(ours));
        Console.Write(Invariant($"{timed.Key,-30} {our,9:G4} {unit}"));
        foreach ((List<double> withOne, List<double> withTwo) in theirs)
        {
            double one = figure(Stopwatches.Median(withOne)), two = figure(Stopwatches.Median(withTwo));
            Console.Write(Invariant($" {one,9:G4} {unit} {two,9:G4} {unit} {our / (lessIsBetter ? Math.Min(one, two) : Math.Max(one, two)),8:F3}"));
        }
        Console.WriteLine();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
