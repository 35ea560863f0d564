using System.Text;
using System.Text.Json;

namespace NeuroLab.Notebooks.Documents;

/// <summary>Finds the place of a mistake in JSON text, as an editor counts lines and columns.</summary>
internal static class JsonPlace
{
    /// <summary>The place that a parser gives as a line and the bytes before it in that line.</summary>
    /// <param name="json">The text.</param>
    /// <param name="line">The line, from 0.</param>
    /// <param name="bytes">How many bytes of UTF-8 stand before the place in the line.</param>
    public static string Of(string json, long line, long bytes)
    {
        int start = 0;
        for (long i = 0; i < line; i++)
            start = json.IndexOf('\n', start) + 1;
        int column = 1;
        foreach (Rune letter in json.AsSpan(start).EnumerateRunes())
        {
            if ((bytes -= letter.Utf8SequenceLength) < 0)
                break;
            column++;
        }

        return $"line {line + 1}, column {column}";
    }

    /// <summary>The place of the first name that an object has twice, or of the first text that is no Unicode; "" where there is neither.</summary>
    /// <param name="json">Text that is JSON otherwise.</param>
    /// <param name="deepest">How deep it may nest.</param>
    public static string OfWrongText(string json, int deepest)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(bytes, new JsonReaderOptions { MaxDepth = deepest });
        Stack<HashSet<string>> objects = [];
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                    objects.Push([]);
                else if (reader.TokenType == JsonTokenType.EndObject)
                    objects.Pop();
                else if (reader.TokenType == JsonTokenType.String)
                    reader.GetString();
                else if (reader.TokenType == JsonTokenType.PropertyName && !objects.Peek().Add(reader.GetString()!))
                    return Of(json, bytes, (int)reader.TokenStartIndex);
            }
        }
        catch (InvalidOperationException)
        {
            return Of(json, bytes, (int)reader.TokenStartIndex);
        }
        catch (JsonException)
        {
            // Then the parser's own place is the one to tell.
        }

        return "";
    }

    private static string Of(string json, ReadOnlySpan<byte> bytes, int position)
    {
        ReadOnlySpan<byte> before = bytes[..position];
        return Of(json, before.Count((byte)'\n'), position - before.LastIndexOf((byte)'\n') - 1);
    }
}
