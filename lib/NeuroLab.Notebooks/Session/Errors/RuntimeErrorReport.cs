using System.Diagnostics;
using System.Reflection;

namespace NeuroLab.Notebooks.Session.Errors;

/// <summary>Words exceptions: what, and the student's own lines on the way there.</summary>
/// <param name="sources">Every cell and imported file so far.</param>
/// <param name="thisFile">The name of the cell that ran.</param>
internal sealed class RuntimeErrorReport(CellSources sources, string thisFile)
{
    private const int MostFrames = 10;

    // What .NET calls several exceptions; one that the student words is left as it is.
    private const string OfParallelWork = "One or more errors occurred.";

    public CellError Describe(Exception exception)
    {
        exception = Unwrap(exception, out int beside);
        List<string> lines = [];
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            lines.AddRange($"{(cause == exception ? "" : "caused by ")}{cause.GetType().FullName}: {cause.Message}".Split('\n'));
            lines.AddRange(OwnFrames(cause));
        }

        if (beside > 0)
            lines.Add($"What ran at the same time failed too: {beside} more.");
        return new CellError(exception.GetType().FullName ?? exception.GetType().Name, exception.Message, lines);
    }

    // These only carry other exceptions, whose own messages say more. Of several that came at the same time the first is told.
    private static Exception Unwrap(Exception exception, out int beside)
    {
        beside = 0;
        switch (exception)
        {
            case TargetInvocationException { InnerException: { } inner }:
                return Unwrap(inner, out beside);
            case AggregateException { InnerExceptions: [{ } only] }:
                return Unwrap(only, out beside);
            case AggregateException several when several.Flatten().InnerExceptions is [{ } first, ..] all && several.Message.StartsWith(OfParallelWork, StringComparison.Ordinal):
                Exception told = Unwrap(first, out _);
                beside = all.Count - 1;
                return told;
            default:
                return exception;
        }
    }

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
