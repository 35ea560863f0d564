using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Site.Outputs;

/// <summary>Reads the views of values that must be JSON objects.</summary>
internal static class JsonView
{
    /// <summary>Reads one.</summary>
    /// <param name="text">The view.</param>
    /// <param name="what">What it is, such as "a figure".</param>
    /// <param name="members">What it holds, such as "data and layout".</param>
    /// <exception cref="InvalidDataException">It is no JSON object.</exception>
    public static JsonObject Read(string text, string what, string members)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{what} must be a JSON object with {members}, and this is not JSON", error);
        }

        return node as JsonObject
            ?? throw new InvalidDataException($"{what} must be a JSON object with {members}, and this is {Kind(node)}");
    }

    /// <summary>A list in such an object; an empty one where it has none.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="what">What the object is.</param>
    /// <param name="name">The list's name.</param>
    /// <exception cref="InvalidDataException">It is no list.</exception>
    public static JsonArray List(JsonObject owner, string what, string name) => Part(owner, what, name, new JsonArray());

    /// <summary>An object in such an object; an empty one where it has none.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="what">What the object is.</param>
    /// <param name="name">The name of the object within.</param>
    /// <exception cref="InvalidDataException">It is no object.</exception>
    public static JsonObject Object(JsonObject owner, string what, string name) => Part(owner, what, name, new JsonObject());

    private static T Part<T>(JsonObject owner, string what, string name, T empty)
        where T : JsonNode => owner[name] switch
        {
            null => empty,
            T part => (T)part.DeepClone(),
            JsonNode other => throw new InvalidDataException($"the {name} of {what} must be {Kind(empty)}, and this is {Kind(other)}"),
        };

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
