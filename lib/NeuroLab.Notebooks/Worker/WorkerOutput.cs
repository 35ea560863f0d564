using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// Sends a cell's output to the tool, in the order in which it comes. Console text goes out line by line, so that little is lost when
/// a cell crashes the process; half a line waits 50 ms for the rest.
/// </summary>
/// <remarks>
/// Whoever prints may hold locks of the console or of its own and waits here for the gate. So who holds the gate takes no lock but that of
/// the pipe: .NET's console streams take the lock of <see cref="Console.Out"/> and have no place here.
/// </remarks>
internal sealed class WorkerOutput : ICellOutput, IDisposable
{
    private const int Delay = 50;
    private const int LongestLine = 8192;
    private const int LongestMessage = 64 * 1024;

    private readonly Lock gate = new();
    private readonly Stream stream;
    private readonly PrintRelay? printed;
    private readonly StringBuilder pending = new();
    private readonly Timer timer;
    private string pendingStream = "stdout";

    /// <param name="stream">The pipe to the tool.</param>
    /// <param name="printed">Where text comes from that was printed past the console.</param>
    public WorkerOutput(Stream stream, PrintRelay? printed = null)
    {
        this.stream = stream;
        this.printed = printed;
        timer = new Timer(_ => Flush());
        printed?.Watch(() =>
        {
            lock (gate)
                AddPrinted();
        });
    }

    public void Write(string stream, string text)
    {
        lock (gate)
        {
            AddPrinted();
            Add(stream, text);
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
            SendPending(all: false);
    }

    public void Send(WorkerMessage message)
    {
        lock (gate)
        {
            AddPrinted();
            SendPending(all: true);
            stream.Write(WorkerProtocol.Write(message));
        }
    }

    private void AddPrinted()
    {
        if (printed?.Read() is { Length: > 0 } text)
            Add("stdout", text);
    }

    private void Add(string stream, string text)
    {
        if (stream != pendingStream)
            SendPending(all: true);
        pendingStream = stream;
        bool first = pending.Length == 0;
        foreach (ReadOnlyMemory<char> piece in TextCut.Pieces(text, LongestMessage))
        {
            pending.Append(piece);
            if (pending.Length > LongestLine || piece.Span.Contains('\n'))
                SendPending(all: false);
        }

        if (first && pending.Length > 0)
            timer.Change(Delay, Timeout.Infinite);
    }

    // The second half of a character may come with the next text.
    private void SendPending(bool all)
    {
        int length = pending.Length;
        if (!all && length > 0 && char.IsHighSurrogate(pending[length - 1]))
            length--;
        if (length == 0)
            return;
        WorkerMessage message = new() { Kind = MessageKind.Stream, Name = pendingStream, Text = pending.ToString(0, length) };
        pending.Remove(0, length);
        stream.Write(WorkerProtocol.Write(message));
    }
}
