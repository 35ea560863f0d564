using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Site.Outputs;

/// <summary>Writes the answer of an exercise's check.</summary>
internal static class ExerciseHtml
{
    /// <summary>Puts the answer into a box with its state as a class, so that the page can colour it.</summary>
    /// <param name="answer">The answer as JSON.</param>
    /// <param name="inner">The answer as HTML; null where the output has none.</param>
    /// <param name="text">The answer as text; null where the output has none.</param>
    public static string Write(JsonObject answer, string? inner, string? text)
    {
        string name = AsText(answer["state"]) is "right" or "not yet" or "not tried" ? AsText(answer["state"])! : "not tried";
        string words = text ?? $"Exercise {AsText(answer["id"])}: {name}. {AsText(answer["message"])}";
        return $"<div class=\"check {name.Replace(' ', '-')}\">{inner ?? $"<p>{HtmlText.EscapeWithLanguages(words)}</p>"}</div>";
    }

    private static string? AsText(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
