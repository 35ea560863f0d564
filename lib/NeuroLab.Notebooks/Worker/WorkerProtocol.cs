using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// How a message is written: a record separator, JSON, a line end. The separator tells messages from what native code or a child
/// process prints to the same stream.
/// </summary>
/// <remarks>Written out member by member, since a serializer takes longer to get ready than a worker has.</remarks>
internal static class WorkerProtocol
{
    private const char Separator = '\u001e';
    private const int Deepest = 256;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Deepest };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = Deepest };

    /// <summary>The encoding of both streams.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static ReadOnlySpan<byte> Write(WorkerMessage message)
    {
        ArrayBufferWriter<byte> line = new();
        line.Write([(byte)Separator]);
        using (Utf8JsonWriter json = new(line, Writing))
            Write(json, message);
        line.Write("\n"u8);
        return line.WrittenSpan;
    }

    /// <summary>The message on a line, and what else was printed on it.</summary>
    public static (string Stray, WorkerMessage? Message) Read(string line)
    {
        int start = line.IndexOf(Separator, StringComparison.Ordinal);
        if (start < 0)
            return (line + "\n", null);
        try
        {
            return (line[..start], Read((JsonObject)JsonNode.Parse(line[(start + 1)..], documentOptions: Reading)!));
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or FormatException or ArgumentException
            or InvalidCastException or NullReferenceException)
        {
            return (line + "\n", null);
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
            json.WriteString(nameof(WorkerMessage.Text), message.Text);
        if (message.AllowsInput)
            json.WriteBoolean(nameof(WorkerMessage.AllowsInput), true);
        if (message.Data is not null)
        {
            json.WritePropertyName(nameof(WorkerMessage.Data));
            message.Data.WriteTo(json);
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
