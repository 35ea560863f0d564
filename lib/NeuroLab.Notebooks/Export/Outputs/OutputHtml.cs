using System.Text;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Export.Outputs;

/// <summary>Turns the outputs of a cell into HTML for a page.</summary>
internal static class OutputHtml
{
    /// <summary>The MIME type of a Plotly figure.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The MIME type that marks the answer of an exercise's check.</summary>
    public const string Exercise = "application/vnd.neurolab.exercise+json";

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>Writes all outputs of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="number">The cell's number on its page.</param>
    public static string Write(NotebookCell cell, int number)
    {
        var html = new StringBuilder();
        for (int i = 0; i < cell.Outputs.Count; i++)
        {
            NotebookOutput output = cell.Outputs[i];
            if (output.Kind == OutputKind.Stream)
            {
                // A front end shows what was printed in one go as one piece, however many messages brought it.
                string text = output.Text ?? "";
                while (i + 1 < cell.Outputs.Count && cell.Outputs[i + 1].StreamName is { } next && next == output.StreamName)
                    text += cell.Outputs[++i].Text;
                html.AppendLine(Stream(output.StreamName, text));
            }
            else
            {
                html.AppendLine(output.Kind == OutputKind.Error
                    ? Error(output, number)
                    : Value(output, number, $"{HtmlText.Number(number)}-{HtmlText.Number(i + 1)}"));
            }
        }

        return html.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
    }

    private static string Value(NotebookOutput output, int number, string id)
    {
        if (output.GetText(Plotly) is { } figure)
            return PlotlyHtml.Write(figure, output.GetText("text/plain"), id);
        if (output.GetText(Exercise) is { } state)
            return ExerciseHtml.Write(state, output.GetText("text/html"), output.GetText("text/plain"));
        if (output.GetText("text/html") is { } html)
            return ForeignHtml.Write(html, $"Output of cell {HtmlText.Number(number)}");
        if (output.GetText("image/svg+xml") is { } drawing)
            return Picture("image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing)), output);
        if (Pictures.FirstOrDefault(type => output.Data![type] is not null) is { } mime)
            return Picture(mime, string.Concat(output.GetText(mime)!.Where(c => !char.IsWhiteSpace(c))), output);
        if (output.GetText("text/plain") is { } text)
            return Text("result", text);
        return output.GetText("application/json") is { } json
            ? Text("result", json)
            : Text("result", $"(a value of type {string.Join(", ", output.MimeTypes)})");
    }

    private static string Text(string name, string text)
    {
        string plain = HtmlText.ForPage(text).TrimEnd('\n');
        return $"<div class=\"{name}\"><pre>{HtmlText.EscapeWithLanguages(plain)}</pre></div>";
    }

    private static string Stream(string? name, string text) => Text(name == "stderr" ? "stream warned" : "stream", text);

    private static string Picture(string mime, string base64, NotebookOutput output)
    {
        string words = HtmlText.Escape(output.GetText("text/plain") ?? "Picture");
        return $"<div class=\"picture\"><img src=\"data:{mime};base64,{base64}\" alt=\"{words}\"></div>";
    }

    private static string Error(NotebookOutput output, int number)
    {
        string message = HtmlText.ForPage(output.ErrorValue ?? "").Trim();
        string trace = HtmlText.ForPage(string.Join('\n', output.Traceback)).Trim();
        bool traceSaysMore = trace.Length > 0 && !message.Contains(trace, StringComparison.Ordinal);
        string more = traceSaysMore && !trace.StartsWith(message, StringComparison.Ordinal)
            ? $"<details><summary>Where</summary><pre>{HtmlText.Escape(trace)}</pre></details>"
            : "";
        string shown = traceSaysMore && more.Length == 0 ? trace : message;
        return $"<div class=\"error\"><p><strong>Cell {HtmlText.Number(number)} failed:</strong> " +
            $"{HtmlText.Escape(output.ErrorName ?? "error")}</p><pre>{HtmlText.Escape(shown)}</pre>{more}</div>";
    }
}
