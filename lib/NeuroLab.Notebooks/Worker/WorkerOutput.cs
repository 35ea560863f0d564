using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// Sends a cell's output to the tool, in the order in which it comes. Console text goes out line by line, so that little is lost when
/// a cell crashes the process; half a line waits 50 ms for the rest.
/// </summary>
internal sealed class WorkerOutput : ICellOutput, IDisposable
{
    private const int Delay = 50;
    private const int LongestLine = 8192;

    private readonly Lock gate = new();
    private readonly Stream stream;
    private readonly StringBuilder pending = new();
    private readonly Timer timer;
    private string pendingStream = "stdout";

    public WorkerOutput(Stream stream)
    {
        this.stream = stream;
        timer = new Timer(_ => Flush());
    }

    public void Write(string stream, string text)
    {
        lock (gate)
        {
            if (stream != pendingStream)
                SendPending();
            pendingStream = stream;
            bool first = pending.Length == 0;
            pending.Append(text);
            if (pending.Length > LongestLine || text.Contains('\n', StringComparison.Ordinal))
                SendPending();
            else if (first)
                timer.Change(Delay, Timeout.Infinite);
        }
    }

    public void Display(string displayId, JsonObject data) =>
        Send(new WorkerMessage { Kind = MessageKind.Display, Name = displayId, Data = data });

    public void Update(string displayId, JsonObject data) =>
        Send(new WorkerMessage { Kind = MessageKind.Update, Name = displayId, Data = data });

    public void Result(JsonObject data) => Send(new WorkerMessage { Kind = MessageKind.Result, Data = data });

    public void Progress(string text) => Send(new WorkerMessage { Kind = MessageKind.Progress, Text = text });

    public void Dispose() => timer.Dispose();

    public void Flush()
    {
        lock (gate)
            SendPending();
    }

    public void Send(WorkerMessage message)
    {
        lock (gate)
        {
            SendPending();
            stream.Write(WorkerProtocol.Write(message));
            stream.Flush();
        }
    }

    private void SendPending()
    {
        if (pending.Length == 0)
            return;
        WorkerMessage message = new() { Kind = MessageKind.Stream, Name = pendingStream, Text = pending.ToString() };
        pending.Clear();
        stream.Write(WorkerProtocol.Write(message));
        stream.Flush();
    }
}
