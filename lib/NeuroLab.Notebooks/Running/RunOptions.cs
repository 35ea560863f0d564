using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Notebooks.Running;

/// <summary>How a notebook is run.</summary>
public sealed record RunOptions
{
    /// <summary>How long one cell may take; null means as long as it wants.</summary>
    public TimeSpan? CellTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Whether the cells after a failed one run too.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>Whether each exercise's own solution is put into its stub first.</summary>
    public bool Solve { get; init; }

    /// <summary>How the session is started.</summary>
    public SessionOptions Session { get; init; } = new();
}
