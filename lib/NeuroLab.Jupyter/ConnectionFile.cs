using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Jupyter;

/// <summary>What a front end tells a kernel that it starts: where to listen, and how to sign messages.</summary>
/// <param name="Address">Where to listen: this machine only.</param>
/// <param name="Shell">Port of requests.</param>
/// <param name="Control">Port of requests that don't wait.</param>
/// <param name="Stdin">Port for asking the user.</param>
/// <param name="IOPub">Port of all output.</param>
/// <param name="Heartbeat">Port of the echo.</param>
/// <param name="Key">The secret of the signatures; empty means that messages are not signed.</param>
internal sealed record ConnectionFile(IPAddress Address, int Shell, int Control, int Stdin, int IOPub, int Heartbeat, string Key)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="KernelException">It is missing, no connection file, or asks for what there is not.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            return Parse(JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException("it is no JSON object"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            throw new KernelException($"The connection file {path} cannot be used: {error.Message}");
        }
    }

    private static ConnectionFile Parse(JsonObject json)
    {
        string ip = Text("ip");
        if (Text("transport") != "tcp")
            throw new JsonException($"its transport is {Text("transport")}, but tcp is expected.");
        if (!IPAddress.TryParse(ip == "localhost" ? "127.0.0.1" : ip, out IPAddress? address) || !IPAddress.IsLoopback(address))
            throw new JsonException($"its ip is {ip}, but a kernel listens on this machine's own address only, such as 127.0.0.1.");
        string key = Text("key");
        if (key.Length > 0 && Text("signature_scheme") != MessageSigner.Scheme)
            throw new JsonException($"its signature_scheme is {Text("signature_scheme")}, but {MessageSigner.Scheme} is expected.");
        return new ConnectionFile(
            address, Port("shell_port"), Port("control_port"), Port("stdin_port"), Port("iopub_port"), Port("hb_port"), key);

        string Text(string name) => json[name]?.GetValue<string>() ?? throw new JsonException($"it has no \"{name}\".");

        int Port(string name) => json[name]?.GetValue<int>() is { } port and >= 0 and < 65536
            ? port
            : throw new JsonException($"it has no usable \"{name}\".");
    }
}
