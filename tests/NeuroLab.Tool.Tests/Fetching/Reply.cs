namespace NeuroLab.Tool.Tests.Fetching;

/// <summary>What the server was asked for.</summary>
internal sealed record Request(string Path, long? From);

/// <summary>What the server answers.</summary>
internal sealed record Reply(int Status, byte[] Body, params string[] Headers)
{
    /// <summary>What the status line says after the number; "Status 404" and the like where it is not set.</summary>
    public string? Reason { get; init; }

    /// <summary>How many bytes of the body are sent before the connection ends; all where it is not set.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Whether the connection is kept open in silence instead of ended.</summary>
    public bool Stalls { get; init; }

    /// <summary>Whether the length of the body is told beforehand.</summary>
    public bool TellsLength { get; init; } = true;

    /// <summary>A page without meaning.</summary>
    public static Reply Error(int status) => new(status, "sorry"u8.ToArray());

    /// <summary>The file as a server gives it that knows ranges: wholly, or from where it was asked for.</summary>
    public static Reply Part(byte[] file, long? from) => from switch
    {
        null => new Reply(200, file),
        { } start when start < file.Length => new Reply(206, file[(int)start..], $"Content-Range: bytes {start}-{file.Length - 1}/{file.Length}"),
        _ => new Reply(416, [], $"Content-Range: bytes */{file.Length}"),
    };
}
