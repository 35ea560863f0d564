using System.Text;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// Keeps back what a crashing runtime prints, which is told as the reason of the session's end and not shown as the cell's output as well.
/// </summary>
internal sealed class LastWords
{
    private const int MostLetters = 64 * 1024;

    private static readonly string[] beginnings =
        ["Unhandled exception.", "Stack overflow.", "Process terminated.", "Out of memory.", "Fatal error."];

    private readonly StringBuilder text = new();

    /// <summary>What has been kept back.</summary>
    public string Text => text.ToString();

    /// <summary>Takes what was printed.</summary>
    /// <returns>The part of it to show.</returns>
    public string Sift(string printed)
    {
        int start = text.Length > 0 ? 0 : Beginning(printed);
        if (start < 0)
            return printed;
        text.Append(printed, start, Math.Min(printed.Length - start, MostLetters - text.Length));
        return printed[..start];
    }

    /// <summary>Gives up what was kept back: the worker goes on, so another process has printed it.</summary>
    public string Release()
    {
        string released = Text;
        text.Clear();
        return released;
    }

    private static int Beginning(string printed) => beginnings
        .Select(beginning => printed.IndexOf(beginning, StringComparison.Ordinal))
        .Where(at => at == 0 || (at > 0 && printed[at - 1] == '\n'))
        .DefaultIfEmpty(-1)
        .Min();
}
