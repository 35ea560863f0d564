using System.Runtime.CompilerServices;
using NeuroLab.Course.Exercises;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>One answer that a reader may give, and what its check should say.</summary>
/// <param name="Given">The answer as it stands in the table.</param>
/// <param name="Check">Gives the answer to its check.</param>
/// <param name="State">The state it should get.</param>
/// <param name="SpeaksOf">Words that the hint must hold.</param>
/// <param name="IsFallback">Whether the hint is the one that fits any mistake.</param>
internal sealed record Answer(string Given, Func<ExerciseResult> Check, ExerciseState State, string SpeaksOf, bool IsFallback)
{
    /// <summary>A right answer, in one of its forms.</summary>
    internal static Answer Right(Func<ExerciseResult> check, [CallerArgumentExpression(nameof(check))] string given = "") =>
        new(given, check, ExerciseState.Right, "", IsFallback: false);

    /// <summary>A mistake that readers make, and what the hint must speak of.</summary>
    internal static Answer NotYet(string speaksOf, Func<ExerciseResult> check, [CallerArgumentExpression(nameof(check))] string given = "") =>
        new(given, check, ExerciseState.NotYet, speaksOf, IsFallback: false);

    /// <summary>A mistake for which there is only the general hint.</summary>
    internal static Answer Fallback(string speaksOf, Func<ExerciseResult> check, [CallerArgumentExpression(nameof(check))] string given = "") =>
        new(given, check, ExerciseState.NotYet, speaksOf, IsFallback: true);

    /// <summary>What is wrong with the check's word on this answer; null where it is as it should be.</summary>
    internal string? Fault()
    {
        ExerciseResult result = Check();
        return result.State == State && result.Message.Contains(SpeaksOf, StringComparison.Ordinal)
            ? null
            : $"{Given}\n    should be {State} and speak of \"{SpeaksOf}\", but: {result}";
    }
}
