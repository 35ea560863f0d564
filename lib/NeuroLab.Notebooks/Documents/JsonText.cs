using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>JSON trees as text.</summary>
/// <remarks>
/// Not by JsonSerializer, which gets ready for every type there is before the first message goes out. A long text, as the script that draws
/// figures is one, goes piece by piece: in one piece the writer would ask for six times its size, and the pool of arrays keeps that for ever.
/// </remarks>
internal static class JsonText
{
    private const int Piece = 16 * 1024;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a tree, for a reader of JSON: not to be put into a page as it is.</summary>
    public static string ToRelaxedText(this JsonNode node) => node.ToText(Relaxed);

    /// <summary>The same in UTF-8.</summary>
    public static ReadOnlyMemory<byte> ToRelaxedBytes(this JsonNode node) => node.ToBytes(Relaxed);

    /// <summary>The text of a tree.</summary>
    public static string ToText(this JsonNode node, JsonWriterOptions options) => Encoding.UTF8.GetString(node.ToBytes(options).Span);

    /// <summary>The bytes of a tree, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> ToBytes(this JsonNode node, JsonWriterOptions options)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, options))
            writer.WriteTree(node);
        return bytes.WrittenMemory;
    }

    /// <summary>Writes a tree.</summary>
    public static void WriteTree(this Utf8JsonWriter json, JsonNode? node)
    {
        if (node is JsonObject properties)
        {
            json.WriteStartObject();
            foreach ((string name, JsonNode? value) in properties)
            {
                json.WritePropertyName(name);
                json.WriteTree(value);
            }

            json.WriteEndObject();
        }
        else if (node is JsonArray items)
        {
            json.WriteStartArray();
            foreach (JsonNode? item in items)
                json.WriteTree(item);
            json.WriteEndArray();
        }
        else if (node is JsonValue value && value.TryGetValue(out string? text))
        {
            json.WriteText(text);
        }
        else if (node is null)
        {
            json.WriteNullValue();
        }
        else
        {
            node.WriteTo(json);
        }
    }

    /// <summary>Writes a text of any length.</summary>
    public static void WriteText(this Utf8JsonWriter json, string text)
    {
        if (text.Length <= Piece)
        {
            json.WriteStringValue(text);
            return;
        }

        for (int at = 0; at < text.Length; at += Piece)
        {
            int length = Math.Min(Piece, text.Length - at);
            json.WriteStringValueSegment(text.AsSpan(at, length), isFinalSegment: at + length == text.Length);
        }
    }
}
