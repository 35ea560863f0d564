using System.Globalization;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>
/// A reader's function held against the right one on fresh cases, and, where they differ, against what typical mistakes would give.
/// </summary>
/// <remarks>A mistake is recognised by what it computes, so the same hint fits however the code is written.</remarks>
internal static class Trial
{
    /// <summary>The hint for the first mistake that gives what the reader's function gives; null where the function is right.</summary>
    /// <param name="cases">The cases it is tried on, different enough that no mistake gives the right numbers.</param>
    /// <param name="answer">The reader's function: its numbers for a case.</param>
    /// <param name="right">The right function.</param>
    /// <param name="mistakes">Typical mistakes and the hint for each.</param>
    /// <param name="otherwise">A question for all other mistakes.</param>
    internal static string? Hint<TCase>(
        IReadOnlyList<TCase> cases, Func<TCase, double[]?> answer, Func<TCase, double[]> right,
        IEnumerable<(Func<TCase, double[]> Mistake, string Hint)> mistakes, string otherwise)
    {
        double[][] given = new double[cases.Count][];
        for (int i = 0; i < cases.Count; i++)
        {
            if (answer(cases[i]) is not { } numbers)
                return "Your function returned null instead of numbers.";
            given[i] = numbers;
        }
        bool Is(Func<TCase, double[]> other) => Enumerable.Range(0, cases.Count).All(i => Same(given[i], other(cases[i])));
        if (Is(right))
            return null;
        foreach ((Func<TCase, double[]> mistake, string hint) in mistakes)
        {
            if (Is(mistake))
                return hint;
        }
        if (given.FirstOrDefault(numbers => Array.Exists(numbers, number => !double.IsFinite(number))) is { } strange)
            return $"Your function gives {Text(strange.First(number => !double.IsFinite(number)))} for a case that it is tried on. Is there a division by 0, or a root of a negative number?";
        int wrong = Enumerable.Range(0, cases.Count).First(i => !Same(given[i], right(cases[i])));
        if (given[wrong].Length != right(cases[wrong]).Length)
            return $"{Count(right(cases[wrong]).Length)} should come back, but your function gives {Count(given[wrong].Length)}.";
        bool isConstant = cases.Count > 1 && given.All(numbers => Same(numbers, given[0])) && !cases.All(one => Same(right(one), right(cases[0])));
        return isConstant ? "Your function gives the same for every case that it is tried on. Does it use all that it is given?" : otherwise;
    }

    private static bool Same(double[] a, double[] b) => a.Length == b.Length && a.Zip(b).All(pair =>
        Near(pair.First, pair.Second) || (double.IsNaN(pair.First) && double.IsNaN(pair.Second)) || pair.First.Equals(pair.Second));

    private static string Count(int numbers) => numbers == 1 ? "One number" : $"{numbers} numbers";

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
