using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Live;

/// <summary>Carries out what one front end, a page or an editor, asks of its notebook's session.</summary>
/// <param name="wire">The way to the front end.</param>
/// <param name="session">The notebook's session.</param>
internal sealed class RunnerConnection(IMessageWire wire, LiveSession session)
{
    /// <summary>No request is longer: a cell, and all cells beside it.</summary>
    public const int LongestMessage = 8 * 1024 * 1024;

    private readonly Listener listener = new(wire);

    /// <summary>Why the front end was cut off, where it sent what is no request; else null.</summary>
    public string? Refused { get; private set; }

    /// <summary>Serves the front end until it has gone.</summary>
    /// <param name="cancellation">The server stops.</param>
    public async Task ServeAsync(CancellationToken cancellation)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        session.Enter(listener);
        Task sending = listener.SendAllAsync(gone.Token);
        try
        {
            while (await wire.ReceiveAsync(gone.Token).ConfigureAwait(false) is { } message)
                Handle(JsonNode.Parse(message.Span) ?? throw new FormatException("A message is an object."));
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The page is gone.
            wire.Abort();
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            Refused = wrong.Message;
            wire.Abort();
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
        listener.Send(new JsonObject { ["type"] = "answer", ["id"] = id, ["data"] = answer.DeepClone() }.ToRelaxedBytes());
    }

    private static string Text(JsonNode? message, string name) =>
        message is JsonObject owner && owner[name]?.GetValueKind() == JsonValueKind.String ? owner[name]!.GetValue<string>() : throw Wrong(name, "a text");

    private static int Number(JsonNode? message, string name) =>
        message is JsonObject owner && owner[name] is JsonValue value && value.TryGetValue(out int number) ? number : throw Wrong(name, "a whole number");

    private static FormatException Wrong(string name, string expected) => new($"\"{name}\" of a message is {expected}.");
}
