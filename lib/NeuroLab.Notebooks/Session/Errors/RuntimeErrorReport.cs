using System.Diagnostics;
using System.Reflection;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Words exceptions: what, and the student's own lines on the way there.</summary>
/// <param name="sources">Every cell and imported file so far.</param>
/// <param name="thisFile">The name of the cell that ran.</param>
internal sealed class RuntimeErrorReport(CellSources sources, string thisFile)
{
    private const int MostFrames = 10;

    public CellError Describe(Exception exception)
    {
        exception = Unwrap(exception);
        List<string> lines = [];
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            lines.AddRange($"{(cause == exception ? "" : "caused by ")}{cause.GetType().FullName}: {cause.Message}".Split('\n'));
            lines.AddRange(OwnFrames(cause));
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

    private IEnumerable<string> OwnFrames(Exception exception)
    {
        (string, int) last = default;
        int shown = 0;
        string? calls = null;
        foreach (StackFrame frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            bool isIndex = calls == IndexedLines.Thrower;
            MethodBase? method = frame.GetMethod();
            calls = method?.Name;
            string? file = frame.GetFileName() ?? (isIndex ? sources.FileOf(method) : null);
            if (file is null || sources.TextOf(file) is not { } source || (file, frame.GetFileLineNumber()) == last)
                continue;
            last = (file, frame.GetFileLineNumber());
            if (++shown > MostFrames)
            {
                yield return "  ...";
                break;
            }

            string[] code = source.ReplaceLineEndings("\n").Split('\n');
            int[] places = isIndex ? IndexedLines.Of(source, last.Item2) : [];
            if (places.Length > 1)
                yield return "  in one of these lines:";
            foreach (int line in places.Length > 0 ? places.Take(MostFrames) : [last.Item2])
                yield return $"  line {line} of {(file == thisFile ? "this cell" : file)}: {code.ElementAtOrDefault(line - 1)?.Trim()}";
        }
    }
}
