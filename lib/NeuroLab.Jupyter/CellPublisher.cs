using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Jupyter;

/// <summary>Publishes what a cell shows. What it prints is gathered for a moment, since a message a line would be slow.</summary>
internal sealed class CellPublisher : ICellOutput, IDisposable
{
    private const int Delay = 50;
    private const int MostLetters = 256 * 1024;

    private readonly Lock gate = new();
    private readonly StringBuilder pending = new();
    private readonly Action<string, JsonObject> publish;
    private readonly int executionCount;
    private readonly Timer timer;
    private string pendingStream = "stdout";

    /// <param name="publish">Sends a message of a type with a content.</param>
    /// <param name="executionCount">The number that stands beside the cell.</param>
    public CellPublisher(Action<string, JsonObject> publish, int executionCount)
    {
        this.publish = publish;
        this.executionCount = executionCount;
        timer = new Timer(_ => Flush());
    }

    public void Write(string stream, string text)
    {
        lock (gate)
        {
            if (stream != pendingStream)
                PublishPending();
            pendingStream = stream;
            if (pending.Length == 0)
                timer.Change(Delay, Timeout.Infinite);
            pending.Append(text);
            if (pending.Length > MostLetters)
                PublishPending();
        }
    }

    public void Display(string displayId, JsonObject data) => Publish("display_data", Content(data, displayId));

    public void Update(string displayId, JsonObject data) => Publish("update_display_data", Content(data, displayId));

    public void Result(JsonObject data)
    {
        JsonObject content = Content(data, null);
        content["execution_count"] = executionCount;
        Publish("execute_result", content);
    }

    // A front end has no place for it but the output, where it would stay.
    public void Progress(string text)
    {
    }

    /// <summary>Holds back what is to be published until what this returns is disposed of, on the same thread.</summary>
    public Lock.Scope Hold() => gate.EnterScope();

    /// <summary>Publishes what waits.</summary>
    public void Flush()
    {
        lock (gate)
            PublishPending();
    }

    public void Dispose()
    {
        timer.Dispose();
        Flush();
    }

    private static JsonObject Content(JsonObject data, string? displayId) => new()
    {
        ["data"] = data.DeepClone(),
        ["metadata"] = new JsonObject(),
        ["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId },
    };

    private void Publish(string type, JsonObject content)
    {
        lock (gate)
        {
            PublishPending();
            publish(type, content);
        }
    }

    private void PublishPending()
    {
        if (pending.Length == 0)
            return;
        publish("stream", new JsonObject { ["name"] = pendingStream, ["text"] = pending.ToString() });
        pending.Clear();
    }
}
