namespace NeuroLab.Live;

/// <summary>What is served, and how.</summary>
public sealed record LiveOptions
{
    /// <summary>The port that is tried first where none is named.</summary>
    public const int DefaultPort = 8917;

    /// <summary>The folder of the notebooks.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder in which the course's own notebooks lie, to compare with and to start over from; null where they are not known.</summary>
    public string? Originals { get; init; }

    /// <summary>The page for teachers, <c>docs/teaching.md</c>; null where it is not known.</summary>
    public string? Teaching { get; init; }

    /// <summary>The first port that is tried; 0 takes any that is free.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Where pages may come from besides this machine's own addresses: a container's port as it is seen outside, such as <c>https://name-{port}.app.github.dev</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>How long a worker may have nothing to do before it is ended.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a cell that was asked to stop may go on before its process is ended.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(3);
}
