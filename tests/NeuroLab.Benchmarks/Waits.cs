using System.Globalization;

namespace NeuroLab.Benchmarks;

/// <summary>Prints how long a reader waits.</summary>
internal static class Waits
{
    /// <summary>One line: the median, the best, and the one that five of a hundred exceed.</summary>
    /// <param name="what">For what.</param>
    /// <param name="milliseconds">How long each time.</param>
    internal static void Print(string what, List<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {sorted[sorted.Length / 2]:0} ms, best {sorted[0]:0} ms, 95th of a hundred {sorted[(int)(0.95 * (sorted.Length - 1))]:0} ms"));
    }
}
