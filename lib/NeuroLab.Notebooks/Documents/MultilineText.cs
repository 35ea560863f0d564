using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>nbformat's "multiline string": one string, or a list of lines that are read joined.</summary>
internal static class MultilineText
{
    /// <summary>The text, or null where the node is neither a string nor a list of strings.</summary>
    public static string? Read(JsonNode? node)
    {
        if (node is JsonArray lines)
        {
            StringBuilder text = new();
            foreach (JsonNode? line in lines)
            {
                if (AsString(line) is not string part)
                    return null;
                text.Append(part);
            }

            return text.ToString();
        }

        return AsString(node);
    }

    /// <summary>The text as Jupyter saves it: a list of lines, each with its line end.</summary>
    public static JsonArray Write(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) + 1;
            if (end == 0)
                end = text.Length;
            lines.Add(JsonValue.Create(text[start..end]));
            start = end;
        }

        return lines;
    }

    /// <summary>The string a node holds, or null where it holds something else.</summary>
    public static string? AsString(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
