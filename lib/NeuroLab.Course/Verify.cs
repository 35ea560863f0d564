using System.Globalization;
using System.Runtime.CompilerServices;
using NeuroLab.Course.Claims;

namespace NeuroLab.Course;

/// <summary>
/// Holds a notebook to its word: what the text says of the numbers is computed, and a claim that does not hold is said so.
/// </summary>
/// <remarks>
/// A reader who changes a number may well make a claim false. That is no error: the cell says what the original numbers gave and what
/// these give, and goes on. Where the environment variable <c>NEUROLAB_STRICT</c> is 1, as in the project's tests, a claim that does not
/// hold stops the cell.
/// </remarks>
public static class Verify
{
    /// <summary>Says whether a claim holds.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="claim">The claim, as a sentence without a full stop.</param>
    /// <param name="condition">The condition as it stands in the code; the compiler fills it in.</param>
    /// <exception cref="InvalidOperationException">It does not hold, and the check is strict.</exception>
    public static void That(bool holds, ClaimText claim, [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        if (!holds && IsStrict)
            throw new InvalidOperationException($"This does not hold: {claim}. The condition was {condition}.");
        Console.WriteLine(holds ? $"Verified: {claim}." : Difference(claim, condition));
    }

    /// <summary>Says whether two numbers agree.</summary>
    /// <param name="actual">The number computed.</param>
    /// <param name="expected">The number it should be.</param>
    /// <param name="tolerance">How far apart they may be.</param>
    /// <param name="claim">The claim, as a sentence without a full stop.</param>
    /// <param name="actualCode">The first number as it stands in the code; the compiler fills it in.</param>
    /// <param name="expectedCode">The second number as it stands in the code; the compiler fills it in.</param>
    /// <exception cref="InvalidOperationException">They differ by more, and the check is strict.</exception>
    public static void Close(double actual, double expected, double tolerance, ClaimText claim,
        [CallerArgumentExpression(nameof(actual))] string actualCode = "", [CallerArgumentExpression(nameof(expected))] string expectedCode = "") => That(
        Math.Abs(actual - expected) <= tolerance,
        claim.With(string.Create(CultureInfo.InvariantCulture, $" ({actual:0.#####} and {expected:0.#####})"), " ({} and {})"),
        string.Create(CultureInfo.InvariantCulture, $"{actualCode} within {tolerance} of {expectedCode}"));

    private static bool IsStrict => Environment.GetEnvironmentVariable("NEUROLAB_STRICT") == "1";

    private static string Difference(ClaimText claim, string condition)
    {
        if (!claim.HasNumbers)
            return $"Not with these numbers: {claim}. (With the original ones it holds; the condition is {condition}.)";
        string original = ClaimRecord.Original(condition, claim.Template) is { } text ? $"\nWith the original numbers: {text}." : "";
        return $"With these numbers: {claim}. (The condition does not hold: {condition}.){original}";
    }
}
