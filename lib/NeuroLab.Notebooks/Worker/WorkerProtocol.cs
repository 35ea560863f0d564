using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>How a message is written: the number of its bytes, then JSON.</summary>
/// <remarks>Written out member by member, since a serializer takes longer to get ready than a worker has.</remarks>
internal static class WorkerProtocol
{
    private const int Deepest = 256;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Deepest };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = Deepest };

    /// <summary>A message as bytes.</summary>
    public static ReadOnlySpan<byte> Write(WorkerMessage message)
    {
        using MemoryStream bytes = new(256);
        bytes.SetLength(sizeof(int));
        bytes.Position = sizeof(int);
        using (Utf8JsonWriter json = new(bytes, Writing))
            Write(json, message);
        Span<byte> written = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(written, written.Length - sizeof(int));
        return written;
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Null where the other side has ended.</returns>
    /// <exception cref="InvalidDataException">What came is no message.</exception>
    public static WorkerMessage? Read(Stream stream)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (stream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
            return null;
        int count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count < 0 || count > Array.MaxLength)
            throw new InvalidDataException("A message between the tool and its worker is damaged.");
        byte[] text = new byte[count];
        return stream.ReadAtLeast(text, count, throwOnEndOfStream: false) < count ? null : Parse(text);
    }

    private static WorkerMessage Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            return Read((JsonObject)JsonNode.Parse(text, documentOptions: Reading)!);
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or FormatException or ArgumentException
            or InvalidCastException or NullReferenceException)
        {
            throw new InvalidDataException("A message between the tool and its worker is damaged.", foreign);
        }
    }

    private static void Write(Utf8JsonWriter json, WorkerMessage message)
    {
        json.WriteStartObject();
        json.WriteString(nameof(WorkerMessage.Kind), message.Kind.ToString());
        if (message.Number != 0)
            json.WriteNumber(nameof(WorkerMessage.Number), message.Number);
        if (message.Name is not null)
            json.WriteString(nameof(WorkerMessage.Name), message.Name);
        if (message.Text is not null)
        {
            json.WritePropertyName(nameof(WorkerMessage.Text));
            json.WriteText(message.Text);
        }

        if (message.AllowsInput)
            json.WriteBoolean(nameof(WorkerMessage.AllowsInput), true);
        if (message.Data is not null)
        {
            json.WritePropertyName(nameof(WorkerMessage.Data));
            json.WriteTree(message.Data);
        }

        if (message.Error is { } error)
        {
            json.WriteStartObject(nameof(WorkerMessage.Error));
            json.WriteString(nameof(CellError.Name), error.Name);
            json.WriteString(nameof(CellError.Message), error.Message);
            json.WriteStartArray(nameof(CellError.Details));
            foreach (string detail in error.Details)
                json.WriteStringValue(detail);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static WorkerMessage Read(JsonObject json) => new()
    {
        Kind = Enum.Parse<MessageKind>((string)json[nameof(WorkerMessage.Kind)]!),
        Number = (int?)json[nameof(WorkerMessage.Number)] ?? 0,
        Name = (string?)json[nameof(WorkerMessage.Name)],
        Text = (string?)json[nameof(WorkerMessage.Text)],
        AllowsInput = (bool?)json[nameof(WorkerMessage.AllowsInput)] ?? false,
        Data = (JsonObject?)json[nameof(WorkerMessage.Data)],
        Error = json[nameof(WorkerMessage.Error)] is JsonObject error
            ? new CellError((string)error[nameof(CellError.Name)]!, (string)error[nameof(CellError.Message)]!,
                [.. ((JsonArray)error[nameof(CellError.Details)]!).Select(detail => (string)detail!)])
            : null,
    };
}
