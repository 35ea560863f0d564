namespace NeuroLab.Tool.Running;

/// <summary>How a batch of notebooks is run.</summary>
internal sealed record BatchOptions
{
    /// <summary>
    /// One notebook at a time for every two cores, since training uses two; four at most, since each holds a session in memory.
    /// </summary>
    public static int DefaultJobs { get; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary>How long one cell may take.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many notebooks run at the same time.</summary>
    public int Jobs { get; init; } = DefaultJobs;

    /// <summary>Whether each exercise's own solution is put into its stub first.</summary>
    public bool Solve { get; init; }

    /// <summary>Whether the cells after a failed one run too.</summary>
    public bool KeepGoing { get; init; }
}
