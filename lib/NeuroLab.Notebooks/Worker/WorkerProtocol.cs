using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// How a message is written: a record separator, JSON, a line end. The separator tells messages from what native code or a child
/// process prints to the same stream.
/// </summary>
internal static class WorkerProtocol
{
    private const char Separator = '\u001e';

    private static readonly WorkerJson Json = new(new JsonSerializerOptions(WorkerJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The encoding of both streams.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Write(WorkerMessage message)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(message, Json.WorkerMessage);
        return [(byte)Separator, .. json, (byte)'\n'];
    }

    /// <summary>The message on a line, and what else was printed on it.</summary>
    public static (string Stray, WorkerMessage? Message) Read(string line)
    {
        int start = line.IndexOf(Separator, StringComparison.Ordinal);
        if (start < 0)
            return (line + "\n", null);
        try
        {
            return (line[..start], JsonSerializer.Deserialize(line.AsSpan(start + 1), Json.WorkerMessage));
        }
        catch (JsonException)
        {
            return (line + "\n", null);
        }
    }
}
