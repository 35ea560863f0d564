using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>Says in plain words why a worker ended while a cell ran.</summary>
internal static class WorkerEnd
{
    /// <param name="exitCode">The process's exit code.</param>
    /// <param name="exitCall">The argument of Environment.Exit, where the worker could still tell.</param>
    /// <param name="printed">What the runtime printed to the worker's standard error.</param>
    public static CellError Describe(int exitCode, int? exitCall, string printed)
    {
        string[] lines = [.. printed.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        (string name, string message) = printed switch
        {
            _ when exitCall is { } code => ("ProcessExit", $"The cell called Environment.Exit({code}), which ends the session."),
            _ when Says("Stack overflow") =>
                ("StackOverflow", $"The cell overflowed its stack: a method calls itself without end.{Where(lines)}"),
            _ when Says("Out of memory") => ("OutOfMemory", "The cell used up the memory, which ended the session."),
            _ when Says("Process terminated.") => ("FailFast",
                $"The cell called Environment.FailFast, which ends the session: {After(lines, "Process terminated.")}"),
            _ when Says("Unhandled exception.") => ("UnhandledException",
                $"An exception outside the cell's own flow, where nothing could catch it, ended the session: {After(lines, "Unhandled exception.")}"),
            _ when exitCode is 137 or 9 => ("Killed", "The system killed the session, most likely because memory ran out."),
            _ => ("SessionEnded", $"The cell ended the session's process, with exit code {exitCode}."),
        };
        return new CellError(name, message, message.Split('\n'));

        bool Says(string text) => printed.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>The same for the first cell that comes too late: the session ended after the cells above it.</summary>
    public static CellError BeforeCell(CellError reason)
    {
        string message = $"The session ended before this cell began. {reason.Message.Replace("The cell ", "An earlier cell ", StringComparison.Ordinal)}";
        return new CellError(reason.Name, message, message.Split('\n'));
    }

    private static string After(string[] lines, string start)
    {
        int at = Array.FindIndex(lines, line => line.Contains(start, StringComparison.Ordinal));
        string rest = lines[at][(lines[at].IndexOf(start, StringComparison.Ordinal) + start.Length)..].Trim();
        return rest.Length > 0 ? rest : lines.ElementAtOrDefault(at + 1)?.Trim() ?? "";
    }

    // The runtime prints the repeated calls innermost first, such as "   at Script.Down(Int32)"; Script is the cell's own class.
    private static string Where(string[] lines)
    {
        const string Own = "   at Script";
        string? frame = lines.FirstOrDefault(line => line.StartsWith(Own, StringComparison.Ordinal));
        return frame is null ? "" : $" It was in {frame[(Own.Length + 1)..]}.";
    }
}
