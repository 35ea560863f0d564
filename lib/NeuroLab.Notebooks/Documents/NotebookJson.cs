using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Documents;

/// <summary>JSON text as Jupyter writes it: indented by one space, every letter as itself, and a final line end.</summary>
internal sealed class NotebookJson : JavaScriptEncoder
{
    // .NET's own relaxed encoder still escapes much of what Chinese text may hold, such as the wide space U+3000.
    private static readonly NotebookJson Encoder = new();
    private static readonly JsonWriterOptions WriterOptions =
        new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = Encoder };
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <summary>The text of a JSON tree.</summary>
    public static string Write(JsonNode node) => node.ToText(WriterOptions) + "\n";

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        ReadOnlySpan<char> span = new(text, textLength);
        for (int i = 0; i < span.Length; i++)
        {
            if (Escaped.Contains(span[i]))
                return i;
            if (char.IsSurrogate(span[i]) && (i + 1 == span.Length || !char.IsSurrogatePair(span[i], span[++i])))
                return i;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 32 or '"' or '\\';

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        string escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            < 32 => $"\\u{unicodeScalar:x4}",
            _ => char.ConvertFromUtf32(unicodeScalar),
        };
        bool fits = escape.AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = fits ? escape.Length : 0;
        return fits;
    }
}
