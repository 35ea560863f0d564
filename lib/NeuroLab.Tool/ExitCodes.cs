namespace NeuroLab.Tool;

/// <summary>What the command's exit code means.</summary>
internal static class ExitCodes
{
    /// <summary>Every cell ran.</summary>
    public const int Success = 0;

    /// <summary>A cell failed.</summary>
    public const int CellFailed = 1;

    /// <summary>Data could not be fetched.</summary>
    public const int FetchFailed = 1;

    /// <summary>The command was used wrongly, or a file can't be read or written. Notebooks that can be read have run all the same.</summary>
    public const int Usage = 2;

    /// <summary>The command met something it was not made for.</summary>
    public const int Unexpected = 3;

    /// <summary>The user pressed Ctrl+C.</summary>
    public const int Interrupted = 130;
}
