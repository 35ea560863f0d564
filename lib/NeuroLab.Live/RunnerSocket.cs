using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Live;

/// <summary>Carries out what one page asks of its notebook's session.</summary>
/// <param name="socket">The page's connection.</param>
/// <param name="session">The notebook's session.</param>
internal sealed class RunnerSocket(WebSocket socket, LiveSession session)
{
    /// <summary>No message of a page is longer: a cell, and all cells beside it.</summary>
    public const int LongestMessage = 8 * 1024 * 1024;

    private readonly Listener listener = new(socket);

    /// <summary>Serves the page until it is closed.</summary>
    /// <param name="cancellation">The server stops.</param>
    public async Task ServeAsync(CancellationToken cancellation)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        session.Enter(listener);
        Task sending = listener.SendAllAsync(gone.Token);
        try
        {
            while (await ReceiveAsync(gone.Token).ConfigureAwait(false) is { } message)
                Handle(message);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or JsonException or FormatException)
        {
            // The page is gone, or what it sends is not what our pages send.
            socket.Abort();
        }
        finally
        {
            session.Leave(listener);
            await gone.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Handle(JsonNode message)
    {
        switch (Text(message, "op"))
        {
            case "run":
                OtherCell[] all = message["all"] is JsonArray cells
                    ? [.. cells.Select(cell => OtherCell.Numbered(Number(cell, "number"), Text(cell, "code")))]
                    : throw Wrong("all", "a list");
                _ = session.RunAsync(Text(message, "cell"), Number(message, "number"), Text(message, "code"), all);
                break;
            case "warm":
                _ = session.WarmUpAsync();
                break;
            case "interrupt":
                session.Interrupt();
                break;
            case "restart":
                _ = session.RestartAsync();
                break;
            case "reply":
                session.Reply(message["line"] is null ? null : Text(message, "line"));
                break;
            case "ask":
                _ = AnswerAsync(Number(message, "id"), Text(message, "question"), Text(message, "code"), Number(message, "cursor"));
                break;
            default:
                throw Wrong("op", "a request");
        }
    }

    private async Task AnswerAsync(int id, string question, string code, int cursor)
    {
        JsonObject answer = await session.AskAsync(question, code, cursor).ConfigureAwait(false);
        listener.Send(new JsonObject { ["type"] = "answer", ["id"] = id, ["data"] = answer.DeepClone() }.ToJsonString());
    }

    private static string Text(JsonNode? message, string name) =>
        message is JsonObject owner && owner[name]?.GetValueKind() == JsonValueKind.String ? owner[name]!.GetValue<string>() : throw Wrong(name, "a text");

    private static int Number(JsonNode? message, string name) =>
        message is JsonObject owner && owner[name] is JsonValue value && value.TryGetValue(out int number) ? number : throw Wrong(name, "a whole number");

    private static FormatException Wrong(string name, string expected) => new($"\"{name}\" of a message is {expected}.");

    private async Task<JsonNode?> ReceiveAsync(CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        while (true)
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (text.Length + part.Count > LongestMessage)
                throw new FormatException("The message is too long.");
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonNode.Parse(text.GetBuffer().AsSpan(0, (int)text.Length)) ?? throw new FormatException("A message is an object.");
        }
    }
}
