using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuroLab.Course.Exercises;

/// <summary>
/// What all checks share: an answer that is missing was not tried, one without a hint is right, and code that throws gets its
/// error explained instead of failing the cell.
/// </summary>
internal static class Exercise
{
    /// <summary>Checks an answer that is an object: a function, an array, a model.</summary>
    /// <param name="id">The exercise, such as <c>01.2</c>.</param>
    /// <param name="answer">The answer, or null while there is none.</param>
    /// <param name="hint">Looks at the answer: a hint that fits the mistake, or null where there is none.</param>
    /// <param name="right">What is said of a right answer.</param>
    internal static ExerciseResult Check<T>(string id, T? answer, Func<T, string?> hint, string right)
        where T : class
    {
        if (answer is null)
            return NotTried(id);
        try
        {
            return hint(answer) is { } message
                ? new ExerciseResult(id, ExerciseState.NotYet, message)
                : new ExerciseResult(id, ExerciseState.Right, right);
        }
#pragma warning disable CA1031 // The answer is the reader's own code: whatever it throws is a mistake to be explained.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Exception cause = thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;
            return new ExerciseResult(id, ExerciseState.NotYet, $"Your code stopped with an error ({cause.GetType().Name}): {cause.Message}");
        }
    }

    /// <summary>Checks an answer that is a number or another value.</summary>
    /// <inheritdoc cref="Check{T}(string, T, Func{T, string}, string)"/>
    internal static ExerciseResult Check<T>(string id, T? answer, Func<T, string?> hint, string right)
        where T : struct => answer is { } given
        ? Check<object>(id, given, value => NotFinite(value) ?? hint((T)value), right)
        : NotTried(id);

    /// <summary>Whether two numbers agree to within a part of the expected one (or that much, around zero); to infinity only infinity is near.</summary>
    /// <param name="answer">The number given.</param>
    /// <param name="expected">The number it should be.</param>
    /// <param name="tolerance">How far it may be off, relative to the larger of 1 and |expected|.</param>
    internal static bool Near(double answer, double expected, double tolerance = 1e-3) =>
        double.IsFinite(expected) ? Math.Abs(answer - expected) <= tolerance * Math.Max(1, Math.Abs(expected)) : answer.Equals(expected);

    private static string? NotFinite(object value)
    {
        IEnumerable<object?> parts = value is ITuple tuple ? Enumerable.Range(0, tuple.Length).Select(i => tuple[i]) : [value];
        return parts.Any(part => part is double number && !double.IsFinite(number))
            ? "Your answer is NaN or ∞, which is not a number. Is something divided by 0, or is a root taken of a negative number?"
            : null;
    }

    private static ExerciseResult NotTried(string id) =>
        new(id, ExerciseState.NotTried, "Replace null in the cell above with your answer, run that cell, then this one.");
}
