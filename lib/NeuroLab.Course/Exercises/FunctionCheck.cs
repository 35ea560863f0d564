using System.Globalization;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>
/// Runs a reader's function on several cases and holds it against the right one and against the mistakes that readers make.
/// </summary>
internal static class FunctionCheck
{
    /// <summary>A hint that fits what the function gave, or null where it is right on every case.</summary>
    /// <param name="cases">Makes the cases; each run gets its own, so that a function may write over its arguments.</param>
    /// <param name="answer">The reader's function, as numbers: one for a number, several for an array.</param>
    /// <param name="right">What it should give.</param>
    /// <param name="otherwise">The hint where no mistake is recognised: it sees the case, what was given, and what was expected.</param>
    /// <param name="mistakes">What each mistake gives, and its hint.</param>
    internal static string? Hint<TCase>(
        Func<TCase[]> cases, Func<TCase, double[]?> answer, Func<TCase, double[]> right, Func<TCase, double[], double[], string> otherwise,
        params ReadOnlySpan<(Func<TCase, double[]> Gives, string Hint)> mistakes)
    {
        double[]?[] given = [.. cases().Select(answer)];
        double[][] expected = [.. cases().Select(right)];
        if (given.Any(numbers => numbers is null))
            return "Your function returned null. It should return its result.";
        if (Array.FindIndex(given, numbers => numbers!.Any(number => !double.IsFinite(number))) is >= 0 and var broken
            && expected[broken].All(double.IsFinite))
        {
            return "Your function gave NaN or ∞, which is not a number. Is something divided by 0, or is an exponential too large?";
        }

        double[][] numbers = given!;
        if (Same(numbers, expected))
            return null;
        foreach ((Func<TCase, double[]> gives, string hint) in mistakes)
        {
            if (Same(numbers, [.. cases().Select(gives)]))
                return hint;
        }
        int wrong = Enumerable.Range(0, expected.Length).First(i => !Same([numbers[i]], [expected[i]]));
        return numbers[wrong].Length == expected[wrong].Length
            ? otherwise(cases()[wrong], numbers[wrong], expected[wrong])
            : $"Your function gave {numbers[wrong].Length} numbers where {expected[wrong].Length} are wanted.";
    }

    /// <summary>Numbers as a hint shows them: <c>(1, 0.5, -2)</c>.</summary>
    internal static string Text(IEnumerable<double> numbers) =>
        $"({string.Join(", ", numbers.Select(number => number.ToString("0.###", CultureInfo.InvariantCulture)))})";

    private static bool Same(double[][] one, double[][] other) =>
        one.Zip(other).All(pair => pair.First.Length == pair.Second.Length && pair.First.Zip(pair.Second).All(numbers => Near(numbers.First, numbers.Second)));
}
