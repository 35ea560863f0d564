using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Running;

/// <summary>What a cell shows, as messages. What it prints is gathered for a moment, since a message a line would be slow.</summary>
internal sealed class CellMessages : ICellOutput, IDisposable
{
    private const int Delay = 40;
    private const int MostLetters = 256 * 1024;

    private readonly Lock gate = new();
    private readonly StringBuilder printed = new();
    private readonly string cell;
    private readonly Action<JsonObject> send;
    private readonly Timer timer;
    private string stream = "stdout";
    private long sent;

    /// <param name="cell">The cell's id.</param>
    /// <param name="send">Sends a message.</param>
    public CellMessages(string cell, Action<JsonObject> send)
    {
        this.cell = cell;
        this.send = send;
        timer = new Timer(_ => Flush());
    }

    public void Write(string stream, string text)
    {
        lock (gate)
        {
            if (stream != this.stream)
                SendPrinted();
            this.stream = stream;
            if (printed.Length == 0)
                timer.Change(Delay, Timeout.Infinite);
            printed.Append(text);
            // After some quiet a line goes out at once: where cells have the only thread no timer goes off meanwhile.
            if (printed.Length > MostLetters || Stopwatch.GetElapsedTime(sent).TotalMilliseconds > Delay)
                SendPrinted();
        }
    }

    public void Display(string displayId, JsonObject data) =>
        Send(new JsonObject { ["type"] = "display", ["cell"] = cell, ["display"] = displayId, ["data"] = data.DeepClone() });

    public void Update(string displayId, JsonObject data) =>
        Send(new JsonObject { ["type"] = "update", ["display"] = displayId, ["data"] = data.DeepClone() });

    public void Result(JsonObject data) => Send(new JsonObject { ["type"] = "result", ["cell"] = cell, ["data"] = data.DeepClone() });

    public void Progress(string text) => Send(new JsonObject { ["type"] = "progress", ["cell"] = cell, ["text"] = text });

    /// <summary>An error as a message has it; null where there is none.</summary>
    public static JsonObject? Json(CellError? error) => error is null
        ? null
        : new JsonObject { ["name"] = error.Name, ["message"] = error.Message, ["details"] = new JsonArray([.. error.Details.Select(line => JsonValue.Create(line))]) };

    /// <summary>Sends what was gathered.</summary>
    public void Flush()
    {
        lock (gate)
            SendPrinted();
    }

    public void Dispose()
    {
        Flush();
        timer.Dispose();
    }

    // In the order in which it was shown.
    private void Send(JsonObject message)
    {
        lock (gate)
        {
            SendPrinted();
            send(message);
        }
    }

    private void SendPrinted()
    {
        if (printed.Length == 0)
            return;
        send(new JsonObject { ["type"] = "stream", ["cell"] = cell, ["name"] = stream, ["text"] = printed.ToString() });
        printed.Clear();
        sent = Stopwatch.GetTimestamp();
    }
}
