using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Jupyter.Tests.Zmtp;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter.Tests;

/// <summary>A front end that can send what no well-behaved one does.</summary>
internal sealed class KernelClient : IDisposable
{
    private readonly MessageSigner signer = new(RunningKernel.Key);
    private readonly ZmtpPeer peer;

    private KernelClient(ZmtpPeer peer) => this.peer = peer;

    public static async Task<KernelClient> ConnectAsync(int port) => new(await ZmtpPeer.ConnectAsync(port));

    /// <summary>A message, signed, in bytes.</summary>
    public byte[][] Signed(byte[] header, byte[] content)
    {
        byte[][] parts = [header, "{}"u8.ToArray(), "{}"u8.ToArray(), content];
        return ["<IDS|MSG>"u8.ToArray(), signer.Sign(parts), .. parts];
    }

    public static byte[] Header(string type, string id) => Encoding.UTF8.GetBytes(
        $$"""{"msg_id":"{{id}}","session":"test","username":"test","date":"{{DateTime.UtcNow:O}}","msg_type":"{{type}}","version":"5.4"}""");

    public void Send(byte[][] frames) => peer.SendMessage(frames);

    /// <summary>Sends a request, and gives the content of what answers it.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="content">Its content, as JSON or what pretends to be.</param>
    public async Task<JsonObject> AskAsync(string type, string content)
    {
        string id = Guid.NewGuid().ToString();
        Send(Signed(Header(type, id), Encoding.UTF8.GetBytes(content)));
        JupyterMessage reply = await ReadAsync();
        Assert.Equal(type.Replace("_request", "_reply", StringComparison.Ordinal), reply.Type);
        return reply.Content;
    }

    /// <summary>Runs a cell.</summary>
    public Task<JsonObject> RunAsync(string code, bool silent = false) =>
        AskAsync("execute_request", new JsonObject { ["code"] = code, ["silent"] = silent }.ToJsonString());

    /// <summary>The value of an expression, as text.</summary>
    public async Task<string> ValueAsync(string expression)
    {
        JsonObject content = new() { ["code"] = "", ["user_expressions"] = new JsonObject { ["x"] = expression } };
        JsonObject reply = await AskAsync("execute_request", content.ToJsonString());
        return reply["user_expressions"]!["x"]!["data"]!["text/plain"]!.GetValue<string>();
    }

    /// <summary>The next message.</summary>
    public async Task<JupyterMessage> ReadAsync() =>
        MessageFormat.Read(new ReceivedMessage(new Peer(0, []), await peer.ReadMessageAsync(), DateTime.UtcNow));

    public void Dispose() => peer.Dispose();
}
