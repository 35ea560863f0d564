using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Jupyter.Zmtp;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Jupyter;

/// <summary>Turns messages into frames and back: identities, a delimiter, the signature, and four parts in JSON.</summary>
internal sealed class MessageFormat(MessageSigner signer)
{
    public const string Version = "5.4";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private const int Parts = 4;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256, AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions Json = new() { MaxDepth = 256, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string session = Guid.NewGuid().ToString();
    private readonly SeenMessages seen = new();

    /// <summary>Whether frames are a message of a front end: signed rightly, never seen before, and not one of the kernel's own.</summary>
    public bool IsRight(byte[][] frames)
    {
        int at = Start(frames);
        if (at < 0 || !signer.IsRight(frames.AsSpan(at + 2, Parts), frames[at + 1]) || Header(frames[at + 2]) is not { } header)
            return false;
        // Anyone on this machine can read what the kernel publishes, and could send it back.
        bool own = header["session"] is JsonValue from && from.TryGetValue(out string? name) && name == session;
        return !own && (!signer.Signs || seen.IsNew(frames[at + 1], JupyterMessage.SentAt(header)));
    }

    /// <summary>Reads a message that is right.</summary>
    public static JupyterMessage Read(ReceivedMessage received)
    {
        byte[][] frames = received.Frames;
        int at = Start(frames);
        return new JupyterMessage(received.From, frames[..at], received.Arrived, Header(frames[at + 2])!, Object(frames[at + 5]));
    }

    /// <summary>Writes a message.</summary>
    /// <param name="route">The frames before the delimiter.</param>
    /// <param name="type">What it is.</param>
    /// <param name="parent">The request it belongs to.</param>
    /// <param name="content">What it says.</param>
    public List<byte[]> Write(IEnumerable<byte[]> route, string type, JsonObject? parent, JsonObject content)
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
        return [.. route, Delimiter, signer.Sign(parts), .. parts];
    }

    // Where the delimiter stands; -1 where nothing like a message follows.
    private static int Start(byte[][] frames)
    {
        int at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        return frames.Length < at + 2 + Parts ? -1 : at;
    }

    private static byte[] Bytes(JsonObject json) => json.ToBytes(Json).ToArray();

    private static JsonObject? Header(byte[] part) =>
        Object(part) is { } header && header["msg_type"] is JsonValue type && type.TryGetValue(out string? _) ? header : null;

    private static JsonObject? Object(byte[] part)
    {
        try
        {
            return JsonNode.Parse(WellFormedText.Json(part), documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
