using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using NeuroLab.Display;

namespace NeuroLab.Course.Exercises;

/// <summary>Shows an <see cref="ExerciseResult"/> in a notebook: as a coloured note for the reader and as JSON for tools.</summary>
public sealed class ExerciseResultFormatterSource
{
    /// <summary>The MIME type under which tools find the results of a notebook's exercises.</summary>
    public const string MimeType = "application/vnd.neurolab.exercise+json";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly object[] formatters =
    [
        new TypeFormatter<ExerciseResult>("text/html", WriteHtml),
        new TypeFormatter<ExerciseResult>(MimeType, WriteJson),
        new TypeFormatter<ExerciseResult>("text/plain", static (result, writer) => writer.Write(result)),
    ];

    /// <summary>The formatters, as notebook hosts ask for them.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;

    // Colours that can be told apart by people who don't see red or green well; text keeps the page's own colour.
    private static void WriteHtml(ExerciseResult result, TextWriter writer)
    {
        (string mark, string colour) = result.State switch
        {
            ExerciseState.Right => ("&#10003;", "#009e73"),
            ExerciseState.NotYet => ("&#8635;", "#d55e00"),
            _ => ("&#9675;", "#888888"),
        };
        writer.Write($"<div class=\"neurolab-exercise\" role=\"status\" style=\"border-left:4px solid {colour};padding:.4em .8em;margin:.3em 0\">");
        writer.Write($"<strong>{mark} Exercise {WebUtility.HtmlEncode(result.Id)}: {result.StateInWords}.</strong> {WebUtility.HtmlEncode(result.Message)}</div>");
    }

    private static void WriteJson(ExerciseResult result, TextWriter writer) =>
        writer.Write(JsonSerializer.Serialize(new { id = result.Id, state = result.StateInWords, message = result.Message }, Readable));
}
