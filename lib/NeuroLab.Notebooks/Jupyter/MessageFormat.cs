using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Jupyter;

/// <summary>Turns messages into frames and back: identities, a delimiter, the signature, and four parts in JSON.</summary>
internal sealed class MessageFormat(MessageSigner signer)
{
    public const string Version = "5.4";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };
    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 256, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string session = Guid.NewGuid().ToString();

    /// <summary>Reads a message.</summary>
    /// <returns>The message, or null where it is malformed or its signature wrong: such a message is refused without an answer.</returns>
    public JupyterMessage? Read(byte[][] frames)
    {
        int at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Length < at + 6)
            return null;
        byte[][] parts = frames[(at + 2)..(at + 6)];
        if (!signer.IsRight(parts, frames[at + 1]))
            return null;
        try
        {
            return Object(parts[0]) is { } header && header["msg_type"] is JsonValue type && type.TryGetValue(out string? _)
                && Object(parts[3]) is { } content
                ? new JupyterMessage(frames[..at], header, content)
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            // A name that stands twice in an object is an ArgumentException.
            return null;
        }
    }

    /// <summary>Writes a message.</summary>
    /// <param name="to">The frames before the delimiter.</param>
    /// <param name="type">What it is.</param>
    /// <param name="parent">The request it belongs to.</param>
    /// <param name="content">What it says.</param>
    public List<byte[]> Write(IEnumerable<byte[]> to, string type, JsonObject? parent, JsonObject content)
    {
        JsonObject header = new()
        {
            ["msg_id"] = Guid.NewGuid().ToString(),
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = Version,
        };
        byte[][] parts = [Bytes(header), parent is null ? "{}"u8.ToArray() : Bytes(parent), "{}"u8.ToArray(), Bytes(content)];
        return [.. to, Delimiter, signer.Sign(parts), .. parts];
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Json));

    private static JsonObject? Object(byte[] part)
    {
        JsonObject? json = JsonNode.Parse(part, documentOptions: Deep) as JsonObject;
        // Names are looked at only now, so that what is wrong with them shows here.
        _ = json?.Count;
        return json;
    }
}
