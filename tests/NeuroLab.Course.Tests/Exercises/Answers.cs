using NeuroLab.Course.Exercises;

namespace NeuroLab.Course.Tests.Exercises;

/// <summary>What the tests of all exercises ask of a result.</summary>
internal static class Answers
{
    internal static void Right(ExerciseResult result) => Assert.Equal((ExerciseState.Right, result.Message), (result.State, result.Message));

    internal static void NotYet(ExerciseResult result, string hint)
    {
        Assert.Equal(ExerciseState.NotYet, result.State);
        Assert.Contains(hint, result.Message, StringComparison.Ordinal);
    }
}
