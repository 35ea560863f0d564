using System.Diagnostics;
using System.Reflection;

namespace NeuroLab.Notebooks.Session;

/// <summary>Words exceptions: what, and the student's own lines on the way there.</summary>
internal static class RuntimeErrorReport
{
    private const int MostFrames = 10;

    /// <param name="exception">What the cell threw.</param>
    /// <param name="thisFile">The name of the cell that ran.</param>
    /// <param name="sources">The lines of every cell and imported file so far, by name.</param>
    public static CellError Describe(Exception exception, string thisFile, IReadOnlyDictionary<string, string> sources)
    {
        exception = Unwrap(exception);
        List<string> lines = [];
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            lines.AddRange($"{(cause == exception ? "" : "caused by ")}{cause.GetType().FullName}: {cause.Message}".Split('\n'));
            lines.AddRange(OwnFrames(cause, thisFile, sources));
        }

        return new CellError(exception.GetType().FullName ?? exception.GetType().Name, exception.Message, lines);
    }

    // These only carry another exception; its own message says more.
    private static Exception Unwrap(Exception exception) =>
        exception switch
        {
            TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
            AggregateException { InnerExceptions: [{ } only] } => Unwrap(only),
            _ => exception,
        };

    private static IEnumerable<string> OwnFrames(Exception exception, string thisFile, IReadOnlyDictionary<string, string> sources)
    {
        (string, int) last = default;
        int shown = 0;
        foreach (StackFrame frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            string? file = frame.GetFileName();
            if (file is null || !sources.TryGetValue(file, out string? source) || (file, frame.GetFileLineNumber()) == last)
                continue;
            last = (file, frame.GetFileLineNumber());
            if (++shown > MostFrames)
            {
                yield return "  ...";
                break;
            }

            string line = source.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(last.Item2 - 1)?.Trim() ?? "";
            yield return $"  line {last.Item2} of {(file == thisFile ? "this cell" : file)}: {line}";
        }
    }
}
