namespace NeuroLab.Notebooks.Running;

/// <summary>What an exercise's check said.</summary>
/// <param name="Id">The exercise, such as <c>01.2</c>.</param>
/// <param name="State"><c>right</c>, <c>not yet</c> or <c>not tried</c>.</param>
public sealed record ExerciseResult(string Id, string State);
