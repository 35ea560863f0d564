using System.Buffers.Text;
using System.Text;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Site.Html;
using NeuroLab.Site.Markdown;

namespace NeuroLab.Site.Outputs;

/// <summary>Turns the outputs of a notebook's cells into HTML for its page.</summary>
/// <param name="links">Where links and pictures in outputs lead.</param>
/// <param name="work">Does the work that an output may make too much of.</param>
internal sealed class OutputHtml(SiteLinks links, BoundedWork work)
{
    /// <summary>The MIME type of a Plotly figure.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The MIME type that marks the answer of an exercise's check.</summary>
    public const string Exercise = "application/vnd.neurolab.exercise+json";

    private const string Html = "text/html", Plain = "text/plain", Drawing = "image/svg+xml";

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    private readonly PageLimits limits = new();

    /// <summary>Writes all outputs of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="number">The cell's number on its page.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<string> WriteAsync(NotebookCell cell, int number, CancellationToken cancellationToken)
    {
        var html = new StringBuilder();
        for (int i = 0; i < cell.Outputs.Count; i++)
        {
            NotebookOutput output = cell.Outputs[i];
            int first = i;
            // A front end shows what was printed in one go as one piece, however many messages brought it.
            while (output.StreamName is { } name && i + 1 < cell.Outputs.Count && cell.Outputs[i + 1].StreamName == name)
                i++;
            NotebookOutput[] together = [.. cell.Outputs.Skip(first).Take(i - first + 1)];
            string place = HtmlText.Number(i + 1), of = HtmlText.Number(number);
            html.AppendLine(await work.RunAsync(
                _ => Output(together, number, $"{of}-{place}", $"Output {place} of cell {of}"),
                reason => Instead(output, reason),
                cancellationToken).ConfigureAwait(false));
        }

        return html.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
    }

    private string Output(NotebookOutput[] outputs, int number, string id, string title) => outputs[0].Kind switch
    {
        OutputKind.Stream => Text(outputs[0].StreamName == "stderr" ? "stream warned" : "stream", string.Concat(outputs.Select(output => output.Text))),
        OutputKind.Error => ErrorHtml.Write(outputs[0], number),
        _ => Value(outputs[0], id, title),
    };

    private string Value(NotebookOutput output, string id, string title)
    {
        string? words = output.GetText(Plain);
        string shown = Views.FirstOrDefault(type => output.Data![type] is not null) ?? Plain;
        string? view = output.GetText(shown);
        if (shown != Plain && view is not null && limits.Refuse($"An output of type {shown}", view.Length) is { } refusal)
            return LeftOutSentence.Write(refusal) + (words is null ? "" : Text("result", words));
        return shown switch
        {
            Plotly => PlotlyHtml.Write(JsonView.Read(view!, "a figure", "data and layout"), words, id),
            Exercise => ExerciseHtml.Write(
                JsonView.Read(view!, "the answer of a check", "id, state and message"),
                output.GetText(Html) is { } html ? ForeignHtml.Write(html, links, title) : null,
                words),
            Html => ForeignHtml.Write(view!, links, title),
            Drawing => Picture(Drawing, Convert.ToBase64String(Encoding.UTF8.GetBytes(view!)), words),
            _ when Pictures.Contains(shown) => Picture(shown, string.Concat(view!.Where(c => !char.IsWhiteSpace(c))), words),
            _ => Text("result", words ?? output.GetText("application/json") ?? $"(a value of type {string.Join(", ", output.MimeTypes)})"),
        };
    }

    // The richest first.
    private static readonly string[] Views = [Plotly, Exercise, Html, Drawing, .. Pictures];

    // What can't be drawn may still have its words.
    private static string Instead(NotebookOutput output, string reason) =>
        LeftOutSentence.Write($"This output can't be shown, because {reason}. The notebook has it.")
        + (Words(output) is { } words ? Text("result", words) : "");

    private static string? Words(NotebookOutput output)
    {
        try
        {
            return output.GetText(Plain);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Text(string name, string text)
    {
        (string beginning, string? missing) = PageLimits.Cut(text);
        string plain = HtmlText.ForPage(beginning).TrimEnd('\n');
        string note = missing is null ? "" : LeftOutSentence.Write(missing);
        return $"<div class=\"{name}\"><pre>{HtmlText.EscapeWithLanguages(plain)}</pre>{note}</div>";
    }

    private static string Picture(string mime, string base64, string? words) => Base64.IsValid(base64)
        ? $"<div class=\"picture\"><img src=\"data:{mime};base64,{base64}\" alt=\"{HtmlText.Escape(words ?? "Picture")}\"></div>"
        : throw new InvalidDataException($"a picture of type {mime} must be written in base 64, and this one is not");
}
