using System.Text;
using System.Text.Json.Nodes;

namespace NeuroLab.Live.Tests;

/// <summary>Speaks to a notebook's session as a page or an editor does.</summary>
internal sealed class SessionClient(IMessageWire wire, IDisposable connection) : IAsyncDisposable
{
    public Task SendAsync(object message) => SendTextAsync(System.Text.Json.JsonSerializer.Serialize(message));

    public Task SendTextAsync(string text) =>
        wire.SendAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None);

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

    public async Task<JsonNode> ReceiveAsync(CancellationToken cancellation) => await wire.ReceiveAsync(cancellation) is { } message
        ? JsonNode.Parse(message.Span)!
        : throw new EndOfStreamException("The server has closed the connection.");

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
