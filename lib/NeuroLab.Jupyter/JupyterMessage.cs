using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Jupyter.Zmtp;

namespace NeuroLab.Jupyter;

/// <summary>A message from a front end.</summary>
/// <param name="From">To whom an answer goes.</param>
/// <param name="Route">Frames that stand before the message, and before its answer.</param>
/// <param name="Arrived">When it came.</param>
/// <param name="Header">Who sent it, when, and what it is.</param>
/// <param name="Body">What it says; null where that is no JSON object.</param>
internal sealed record JupyterMessage(Peer From, byte[][] Route, DateTime Arrived, JsonObject Header, JsonObject? Body)
{
    /// <summary>What it is, such as <c>execute_request</c>.</summary>
    public string Type => Header["msg_type"]!.GetValue<string>();

    /// <summary>When it was sent, where the header tells.</summary>
    public DateTime? Sent => SentAt(Header);

    /// <summary>What it says.</summary>
    /// <exception cref="RequestException">That is no JSON object.</exception>
    public JsonObject Content => Body ?? throw new RequestException($"The content of {Type} is expected to be a JSON object with names that stand once.");

    /// <summary>The date in a header.</summary>
    public static DateTime? SentAt(JsonObject header) =>
        header["date"] is JsonValue value && value.TryGetValue(out string? text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date.UtcDateTime
            : null;

    /// <summary>A text that the content must have.</summary>
    /// <exception cref="RequestException">There is none.</exception>
    public string Text(string name) => Content[name] is null ? throw Wrong(name, "a text") : Text(name, "");

    /// <summary>A text in the content.</summary>
    /// <exception cref="RequestException">It is no text.</exception>
    public string Text(string name, string otherwise) => Value(name, "a text", JsonValueKind.String)?.GetValue<string>() ?? otherwise;

    /// <summary>A whole number in the content.</summary>
    /// <exception cref="RequestException">It is no number.</exception>
    public int Number(string name, int otherwise) => Value(name, "a number", JsonValueKind.Number) is { } value
        ? (int)Math.Clamp(value.GetValue<double>(), int.MinValue, int.MaxValue)
        : otherwise;

    /// <summary>A yes or no in the content.</summary>
    /// <exception cref="RequestException">It is neither.</exception>
    public bool Flag(string name, bool otherwise) =>
        Value(name, "true or false", JsonValueKind.True, JsonValueKind.False)?.GetValue<bool>() ?? otherwise;

    /// <summary>An object in the content; empty where there is none.</summary>
    /// <exception cref="RequestException">It is something else.</exception>
    public JsonObject Object(string name) => Content[name] switch
    {
        null => [],
        JsonObject value => value,
        _ => throw Wrong(name, "a JSON object"),
    };

    private JsonValue? Value(string name, string expected, params ReadOnlySpan<JsonValueKind> kinds) => Content[name] switch
    {
        null => null,
        JsonValue value when kinds.Contains(value.GetValueKind()) => value,
        _ => throw Wrong(name, expected),
    };

    private RequestException Wrong(string name, string expected)
    {
        string given = Content[name]?.GetValueKind().ToString() ?? "Nothing";
        return new RequestException($"In {Type}, \"{name}\" is expected to be {expected}, but {given} was given.");
    }
}
