using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>One output of a code cell, backed by its JSON so that what this type does not know is kept.</summary>
public sealed class NotebookOutput
{
    private NotebookOutput(JsonObject json, OutputKind kind)
    {
        Json = json;
        Kind = kind;
    }

    /// <summary>The output as nbformat stores it.</summary>
    public JsonObject Json { get; }

    /// <summary>Which of nbformat's four outputs this is.</summary>
    public OutputKind Kind { get; }

    /// <summary>Of a stream: <c>stdout</c> or <c>stderr</c>. Otherwise null.</summary>
    public string? StreamName => MultilineText.AsString(Json["name"]);

    /// <summary>Of a stream: what was written. Otherwise null.</summary>
    public string? Text => Kind == OutputKind.Stream ? MultilineText.Read(Json["text"]) : null;

    /// <summary>Of a shown value: its views by MIME type. Otherwise null.</summary>
    public JsonObject? Data => Json["data"] as JsonObject;

    /// <summary>The MIME types of a shown value, in order; empty for streams and errors.</summary>
    public IReadOnlyList<string> MimeTypes => Data is { } data ? [.. data.Select(entry => entry.Key)] : [];

    /// <summary>Of an error: the exception's name. Otherwise null.</summary>
    public string? ErrorName => MultilineText.AsString(Json["ename"]);

    /// <summary>Of an error: the message. Otherwise null.</summary>
    public string? ErrorValue => MultilineText.AsString(Json["evalue"]);

    /// <summary>Of an error: the lines that tell where it happened; empty otherwise.</summary>
    public IReadOnlyList<string> Traceback =>
        Json["traceback"] is JsonArray lines ? [.. lines.Select(line => MultilineText.AsString(line) ?? "")] : [];

    /// <summary>Text written to the console.</summary>
    /// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">What was written.</param>
    public static NotebookOutput Stream(string name, string text) =>
        new(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = MultilineText.Write(text) },
            OutputKind.Stream);

    /// <summary>A value shown with <c>display</c>.</summary>
    /// <param name="data">MIME type to view: a string, or any JSON where the MIME type is a JSON one.</param>
    public static NotebookOutput Display(JsonObject data) =>
        new(new JsonObject { ["data"] = AsLines(data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" },
            OutputKind.DisplayData);

    /// <summary>The value of a cell's last expression.</summary>
    /// <param name="data">MIME type to view: a string, or any JSON where the MIME type is a JSON one.</param>
    /// <param name="executionCount">The number of the run that made it.</param>
    public static NotebookOutput Result(JsonObject data, int? executionCount) =>
        new(new JsonObject
        {
            ["data"] = AsLines(data),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        }, OutputKind.ExecuteResult);

    /// <summary>Why a cell failed.</summary>
    /// <param name="name">The exception's name.</param>
    /// <param name="value">The message.</param>
    /// <param name="traceback">The lines that tell where.</param>
    public static NotebookOutput Error(string name, string value, IEnumerable<string> traceback) =>
        new(new JsonObject
        {
            ["ename"] = name,
            ["evalue"] = value,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
        }, OutputKind.Error);

    /// <summary>A view of a shown value as text.</summary>
    /// <param name="mimeType">Such as <c>text/html</c>.</param>
    /// <returns>The text; JSON views as JSON; null where the value has no such view.</returns>
    public string? GetText(string mimeType) =>
        Data?[mimeType] is { } view ? MultilineText.Read(view) ?? view.ToJsonString() : null;

    /// <summary>Wraps an output read from a file.</summary>
    internal static NotebookOutput Read(JsonNode? node, FormatReporter report)
    {
        JsonObject json = report.Object(node, "an output");
        (OutputKind kind, string needs) = MultilineText.AsString(json["output_type"]) switch
        {
            "stream" => (OutputKind.Stream, "text"),
            "display_data" => (OutputKind.DisplayData, "data"),
            "execute_result" => (OutputKind.ExecuteResult, "data"),
            "error" => (OutputKind.Error, "ename"),
            _ => throw report.Wrong(
                "\"output_type\"", "stream, display_data, execute_result or error", json["output_type"]),
        };
        if (needs == "text" && MultilineText.Read(json["text"]) is null)
            throw report.Wrong("\"text\" of a stream output", "a string or a list of strings", json["text"]);
        if (needs == "data")
            report.Object(json["data"], "\"data\" of an output");
        if (needs == "ename" && MultilineText.AsString(json["ename"]) is null)
            throw report.Wrong("\"ename\" of an error output", "a string", json["ename"]);
        return new(json, kind);
    }

    private static JsonObject AsLines(JsonObject data)
    {
        JsonObject lines = [];
        foreach ((string mimeType, JsonNode? view) in data)
        {
            bool isJson = mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
            lines[mimeType] = !isJson && view?.GetValueKind() == JsonValueKind.String
                ? MultilineText.Write(view.GetValue<string>())
                : view?.DeepClone();
        }

        return lines;
    }
}
