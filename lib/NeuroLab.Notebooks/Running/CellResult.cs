using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Running;

/// <summary>What became of one code cell.</summary>
/// <param name="Index">Its place among all cells of the notebook, from 0.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Outputs">What it showed, the error included.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
public sealed record CellResult(int Index, TimeSpan Duration, IReadOnlyList<NotebookOutput> Outputs, CellError? Error)
{
    /// <summary>Why it was passed over, as it loads what isn't there; null where it ran. See <see cref="OptionalPart"/>.</summary>
    public string? Skipped { get; init; }

    /// <summary>Whether the cell is meant to fail; see <see cref="NotebookCell.RaisesException"/>. Its session must outlive it all the same.</summary>
    public bool MayFail { get; init; }

    /// <summary>Whether it ran without an error, or with one that it is meant to have.</summary>
    public bool Ok => Error is null || MayFail;
}
