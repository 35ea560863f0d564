using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuroLab.Live.Tests;

/// <summary>Speaks to a notebook's session as a page does.</summary>
internal sealed class SessionClient(ClientWebSocket socket) : IAsyncDisposable
{
    public WebSocketState State => socket.State;

    public Task SendAsync(object message) => SendTextAsync(System.Text.Json.JsonSerializer.Serialize(message));

    public Task SendTextAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Asks for a cell's run.</summary>
    public Task RunAsync(string cell, int number, string code, params (int Number, string Code)[] all) =>
        SendAsync(new { op = "run", cell, number, code, all = all.Select(other => new { number = other.Number, code = other.Code }) });

    /// <summary>Runs a cell, and gives all that it told.</summary>
    public async Task<IReadOnlyList<JsonNode>> ResultsAsync(string cell, int number, string code, params (int Number, string Code)[] all)
    {
        await RunAsync(cell, number, code, all);
        return await UntilAsync(message => (string?)message["type"] == "ended" && (string?)message["cell"] == cell);
    }

    /// <summary>Receives messages up to one of a kind.</summary>
    public async Task<IReadOnlyList<JsonNode>> UntilAsync(Func<JsonNode, bool> isLast)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1.5));
        List<JsonNode> messages = [];
        while (messages.Count == 0 || !isLast(messages[^1]))
            messages.Add(await ReceiveAsync(patience.Token));
        return messages;
    }

    public Task<IReadOnlyList<JsonNode>> UntilAsync(string type) => UntilAsync(message => (string?)message["type"] == type);

    public async Task<JsonNode> ReceiveAsync(CancellationToken cancellation)
    {
        using MemoryStream text = new();
        byte[] buffer = new byte[8192];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException("The server has closed the connection.");
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!;
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
