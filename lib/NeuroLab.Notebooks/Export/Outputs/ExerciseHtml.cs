using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Export.Outputs;

/// <summary>Writes the answer of an exercise's check.</summary>
internal static class ExerciseHtml
{
    /// <summary>Writes the answer with its state as a class, so that the page can colour it.</summary>
    public static string Write(string state, string? html, string? text)
    {
        JsonObject? answer = JsonNode.Parse(state) as JsonObject;
        string name = AsText(answer?["state"]) is "right" or "not yet" or "not tried" ? AsText(answer!["state"])! : "not tried";
        string words = text ?? $"Exercise {AsText(answer?["id"])}: {name}. {AsText(answer?["message"])}";
        string inner = html is null
            ? $"<p>{HtmlText.EscapeWithLanguages(words)}</p>"
            : ForeignHtml.Write(html, "Answer of the check");
        return $"<div class=\"check {name.Replace(' ', '-')}\">{inner}</div>";
    }

    private static string? AsText(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
