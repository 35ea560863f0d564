using NeuroLab.Notebooks.Running;

namespace NeuroLab.Tool.Running;

/// <summary>What became of a notebook in a batch.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Result">What its cells did; null where none could be run.</param>
/// <param name="Problem">Why no cell could be run; null where they were.</param>
internal sealed record NotebookRun(NotebookFile File, NotebookResult? Result, string? Problem)
{
    /// <summary>Why the notebook was skipped; null where it was not.</summary>
    public string? Skipped => Result?.Skipped;

    /// <summary>Whether the notebook ran without an error, or was skipped.</summary>
    public bool Ok => Result is { Ok: true };

    /// <summary>What became of it, in a word or two.</summary>
    public string Verdict => Result is null ? "not run" : Skipped is not null ? "skipped" : Ok ? "ok" : "failed";
}
