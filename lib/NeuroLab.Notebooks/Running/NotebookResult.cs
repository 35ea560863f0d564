using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Running;

/// <summary>What became of a notebook.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Duration">How long the run took.</param>
/// <param name="Cells">The code cells that ran, in order.</param>
/// <param name="Charts">How many Plotly charts they showed.</param>
/// <param name="Exercises">What the exercises' checks said, each exercise once, by its last check.</param>
/// <param name="Document">A copy of the notebook with the outputs of this run.</param>
public sealed record NotebookResult(
    string Path, TimeSpan Duration, IReadOnlyList<CellResult> Cells, int Charts,
    IReadOnlyList<ExerciseResult> Exercises, NotebookDocument Document)
{
    /// <summary>Why the notebook ended before a cell that loads what isn't there; null where it ran. See <see cref="OptionalPart"/>.</summary>
    public string? Skipped { get; init; }

    /// <summary>Whether every cell that ran did so without an error.</summary>
    public bool Ok => Cells.All(cell => cell.Ok);
}
