using System.Globalization;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>
/// Runs a reader's function on fresh cases and holds it against the right one and against the mistakes that readers make.
/// </summary>
/// <remarks>A mistake is recognised by what it computes, so the same hint fits however the code is written.</remarks>
internal static class FunctionCheck
{
    /// <summary>A hint that fits what the function gave, or null where it is right on every case.</summary>
    /// <param name="cases">Makes the cases, different enough that no mistake gives the right numbers; each run gets its own, so that a function may write over its arguments.</param>
    /// <param name="answer">The reader's function, as numbers: one for a number, several for an array.</param>
    /// <param name="right">What it should give.</param>
    /// <param name="otherwise">The hint where no mistake is recognised: it sees the case, what was given, and what was expected.</param>
    /// <param name="mistakes">What each mistake gives, and its hint.</param>
    internal static string? Hint<TCase>(
        Func<TCase[]> cases, Func<TCase, double[]?> answer, Func<TCase, double[]> right, Func<TCase, double[], double[], string> otherwise,
        params ReadOnlySpan<(Func<TCase, double[]> Gives, string Hint)> mistakes)
    {
        double[]?[] returned = [.. cases().Select(answer)];
        if (returned.Any(numbers => numbers is null))
            return "Your function returned null. It should return its result.";
        double[][] given = returned!, expected = [.. cases().Select(right)];
        if (Same(given, expected))
            return null;
        foreach ((Func<TCase, double[]> gives, string hint) in mistakes)
        {
            if (Same(given, [.. cases().Select(gives)]))
                return hint;
        }

        int wrong = Enumerable.Range(0, expected.Length).First(i => !Same(given[i], expected[i]));
        int broken = Array.FindIndex(given, numbers => Array.Exists(numbers, number => !double.IsFinite(number)));
        if (broken >= 0 && expected[broken].All(double.IsFinite))
            return "Your function gave NaN or ∞, which is not a number. Is something divided by 0, is a root taken of a negative number, or is an exponential too large?";
        if (given[wrong].Length != expected[wrong].Length)
            return $"{(expected[wrong].Length == 1 ? "One number" : $"{expected[wrong].Length} numbers")} should come back, but your function gives {given[wrong].Length}.";
        string question = otherwise(cases()[wrong], given[wrong], expected[wrong]);
        return IsConstant(given) && !IsConstant(expected)
            ? $"Your function gives the same for every case that it is tried on. Does it use all that it is given? {question}"
            : question;
    }

    /// <summary>Numbers as a hint shows them: <c>(1, 0.5, -2)</c>.</summary>
    internal static string Text(IEnumerable<double> numbers) =>
        $"({string.Join(", ", numbers.Select(number => number.ToString("0.###", CultureInfo.InvariantCulture)))})";

    private static bool Same(double[][] one, double[][] other) => one.Zip(other).All(pair => Same(pair.First, pair.Second));

    // Equals also where both are NaN, or both infinite, as a mistake may give them.
    private static bool Same(double[] one, double[] other) => one.Length == other.Length
        && one.Zip(other).All(pair => Near(pair.First, pair.Second) || pair.First.Equals(pair.Second));

    private static bool IsConstant(double[][] results) => results.Length > 1 && results.All(numbers => Same(numbers, results[0]));
}
