namespace NeuroLab.Notebooks.Worker;

/// <summary>How a worker is started.</summary>
public sealed record SessionOptions
{
    /// <summary>Above this many bytes a cell's allocation fails; null allows three quarters of the machine's memory.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>The worker's program; null means the <c>NeuroLab.Worker.dll</c> beside this assembly.</summary>
    public string? WorkerPath { get; init; }
}
