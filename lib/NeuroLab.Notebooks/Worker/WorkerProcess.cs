using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>A running worker: sends it cells, hands on what it answers, notices its end.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly WorkerPipes pipes;
    private readonly WorkerReader reader;
    private readonly LateOutput late = new();
    private readonly Lock sending = new();
    private readonly Lock showing = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CellError> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CurrentCell? current;
    private volatile TaskCompletionSource<JsonObject>? answer;
    private int? exitCall;

    private WorkerProcess(WorkerPipes pipes)
    {
        this.pipes = pipes;
        reader = new WorkerReader(pipes, HandOn, Show);
        new Thread(Read) { IsBackground = true, Name = "worker" }.Start();
    }

    /// <summary>Completes when the worker has warmed up. It stays open where the process ends first.</summary>
    public Task Ready => ready.Task;

    /// <summary>Completes when the process is gone, with the reason.</summary>
    public Task<CellError> Ended => ended.Task;

    public static WorkerProcess Start(string folder, SessionOptions options) => new(WorkerPipes.Start(folder, options));

    /// <summary>Sends a cell. The task ends when the cell does; it stays open where the process ends first.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="number">Its number.</param>
    /// <param name="output">Receives its output.</param>
    /// <param name="input">Asks the user for a line; null where nobody is there.</param>
    public Task<CellError?> RunAsync(string code, int number, ICellOutput output, Func<Task<string?>>? input)
    {
        CurrentCell cell = new(output, input, new TaskCompletionSource<CellError?>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (showing)
        {
            ShowLate(output);
            current = cell;
        }

        Send(new WorkerMessage { Kind = MessageKind.Run, Number = number, Text = code, AllowsInput = input is not null });
        return cell.Done.Task;
    }

    /// <summary>Shows what threads of earlier cells have shown since the last cell.</summary>
    public void ShowLate(ICellOutput output)
    {
        lock (showing)
            late.MoveTo(output);
    }

    /// <summary>Asks about code. The task stays open where the process ends first.</summary>
    public Task<JsonObject> AskAsync(string question, string code, int cursor)
    {
        TaskCompletionSource<JsonObject> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = asked;
        Send(new WorkerMessage { Kind = MessageKind.Ask, Name = question, Text = code, Number = cursor });
        return asked.Task;
    }

    /// <summary>Tells of the notebook's cells.</summary>
    public void Tell(IReadOnlyList<OtherCell> cells)
    {
        JsonObject data = [];
        foreach (OtherCell cell in cells)
            data[cell.Name] = cell.Code;
        Send(new WorkerMessage { Kind = MessageKind.Cells, Data = data });
    }

    /// <summary>Asks the cell that runs to stop.</summary>
    public void Interrupt() => Send(new WorkerMessage { Kind = MessageKind.Interrupt });

    /// <summary>Ends the worker and whatever processes its cells have started.</summary>
    public async Task KillAsync()
    {
        if (!Ended.IsCompleted)
            pipes.Kill();
        await Ended.ConfigureAwait(false);
    }

    public void Dispose() => pipes.Dispose();

    private void Send(WorkerMessage message)
    {
        try
        {
            lock (sending)
                pipes.Requests.Write(WorkerProtocol.Write(message));
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The process has just ended, which Ended tells better.
        }
    }

    private void Read()
    {
        try
        {
            reader.ReadToEnd();
            ended.SetResult(WorkerEnd.Describe(pipes.Process.ExitCode, exitCall, reader.LastWords));
        }
#pragma warning disable CA1031 // Whoever waits for the session is told, whatever went wrong.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            pipes.Kill();
            ended.SetException(failure);
        }
    }

    private void Show(string stream, string text)
    {
        lock (showing)
            Shown.Write(stream, text);
    }

    private ICellOutput Shown => current?.Output ?? late;

    private void HandOn(WorkerMessage message)
    {
        lock (showing)
            Handle(message);
    }

    private void Handle(WorkerMessage message)
    {
        switch (message.Kind)
        {
            case MessageKind.Ready:
                ready.TrySetResult();
                break;
            case MessageKind.Stream:
                Shown.Write(message.Name ?? "stdout", message.Text ?? "");
                break;
            case MessageKind.Display:
                Shown.Display(message.Name ?? "", message.Data ?? []);
                break;
            case MessageKind.Update:
                Shown.Update(message.Name ?? "", message.Data ?? []);
                break;
            case MessageKind.Result:
                Shown.Result(message.Data ?? []);
                break;
            case MessageKind.Progress:
                Shown.Progress(message.Text ?? "");
                break;
            case MessageKind.Answer:
                answer?.TrySetResult(message.Data ?? []);
                break;
            case MessageKind.Input:
                _ = TypeAsync(current?.Input, message.Number);
                break;
            case MessageKind.Exit:
                exitCall = message.Number;
                break;
            case MessageKind.Done:
                CurrentCell? cell = current;
                current = null;
                cell?.Done.TrySetResult(message.Error);
                break;
        }
    }

    private async Task TypeAsync(Func<Task<string?>>? input, int number)
    {
        string? line = input is null ? null : await input().ConfigureAwait(false);
        Send(new WorkerMessage { Kind = MessageKind.Typed, Number = number, Text = line });
    }

    private sealed record CurrentCell(ICellOutput Output, Func<Task<string?>>? Input, TaskCompletionSource<CellError?> Done);
}
