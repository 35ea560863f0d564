namespace NeuroLab.Notebooks.Running;

/// <summary>Where an exercise stands in its notebook. Places count all cells, from 0.</summary>
/// <param name="Id">The exercise, such as <c>01.2</c>.</param>
/// <param name="Stub">The cell in which the student writes.</param>
/// <param name="Solution">The cell that holds the folded solution; null where there is none.</param>
/// <param name="Code">The solution's code, which can stand in the stub's place; null where there is none.</param>
public sealed record ExerciseCells(string Id, int Stub, int? Solution, string? Code);
