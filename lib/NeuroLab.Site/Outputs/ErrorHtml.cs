using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Outputs;

/// <summary>Writes why a cell failed.</summary>
internal static class ErrorHtml
{
    /// <summary>Writes the name of the error, its message, and where it happened if the message does not say it.</summary>
    /// <param name="output">The error.</param>
    /// <param name="number">The cell's number on its page.</param>
    public static string Write(NotebookOutput output, int number)
    {
        string message = Plain(output.ErrorValue ?? "");
        string trace = Plain(string.Join('\n', output.Traceback));
        bool traceSaysMore = trace.Length > 0 && !message.Contains(trace, StringComparison.Ordinal);
        string more = traceSaysMore && !trace.StartsWith(message, StringComparison.Ordinal)
            ? $"<details><summary>Where</summary><pre>{HtmlText.Escape(trace)}</pre></details>"
            : "";
        string shown = traceSaysMore && more.Length == 0 ? trace : message;
        return $"<div class=\"error\"><p><strong>Cell {HtmlText.Number(number)} failed:</strong> " +
            $"{HtmlText.Escape(output.ErrorName ?? "error")}</p><pre>{HtmlText.Escape(shown)}</pre>{more}</div>";
    }

    private static string Plain(string text)
    {
        (string beginning, string? missing) = PageLimits.Cut(text);
        return $"{HtmlText.ForPage(beginning).Trim()}{(missing is null ? "" : $"\n{missing}")}";
    }
}
