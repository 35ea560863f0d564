using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Session.Directives;

namespace NeuroLab.Notebooks.Worker;

/// <summary>A running worker: sends it cells, hands on what it answers, notices its end.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int MostErrorText = 64 * 1024;

    private readonly Process process;
    private readonly Task<string> errors;
    private readonly Lock sending = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CurrentCell? current;
    private volatile TaskCompletionSource<JsonObject>? answer;
    private int? exitCall;

    private WorkerProcess(Process process)
    {
        this.process = process;
        errors = ReadErrorsAsync(process.StandardError);
        Ended = ReadMessagesAsync();
    }

    /// <summary>Completes when the worker has warmed up. It stays open where the process ends first.</summary>
    public Task Ready => ready.Task;

    /// <summary>Completes when the process is gone, with the reason.</summary>
    public Task<CellError> Ended { get; }

    public static WorkerProcess Start(string folder, SessionOptions options)
    {
        string program = options.WorkerPath
            ?? Path.Combine(Path.GetDirectoryName(typeof(WorkerProcess).Assembly.Location)!, "NeuroLab.Worker.dll");
        if (!File.Exists(program))
            throw new FileNotFoundException($"The worker's program is missing: {program}. Build the solution again.", program);
        ProcessStartInfo start = new(DotnetCommand.Location, [program])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = WorkerProtocol.Encoding,
            StandardOutputEncoding = WorkerProtocol.Encoding,
            StandardErrorEncoding = WorkerProtocol.Encoding,
            CreateNoWindow = true,
            // A crash is reported by us; a dump of the student's loop helps nobody.
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        if (options.MemoryLimit is { } limit)
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("x", CultureInfo.InvariantCulture);
        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Sends a cell. The task ends when the cell does; it stays open where the process ends first.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="number">Its number.</param>
    /// <param name="output">Receives its output.</param>
    /// <param name="input">Asks the user for a line; null where nobody is there.</param>
    public Task<CellError?> RunAsync(string code, int number, ICellOutput output, Func<Task<string?>>? input)
    {
        CurrentCell cell = new(output, input, new TaskCompletionSource<CellError?>(TaskCreationOptions.RunContinuationsAsynchronously));
        current = cell;
        Send(new WorkerMessage { Kind = MessageKind.Run, Number = number, Text = code, AllowsInput = input is not null });
        return cell.Done.Task;
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

    public async Task KillAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It was gone already.
        }

        await Ended.ConfigureAwait(false);
    }

    public void Dispose() => process.Dispose();

    private void Send(WorkerMessage message)
    {
        try
        {
            lock (sending)
            {
                process.StandardInput.BaseStream.Write(WorkerProtocol.Write(message));
                process.StandardInput.BaseStream.Flush();
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // The process has just ended, which Ended tells better.
        }
    }

    private async Task<CellError> ReadMessagesAsync()
    {
        // The pipe may outlive the process where a cell has started another, so the process's end counts as well.
        Task messages = ReadAllAsync();
        await Task.WhenAny(messages, process.WaitForExitAsync(CancellationToken.None)).ConfigureAwait(false);
        if (messages.IsFaulted)
        {
            process.Kill(entireProcessTree: true);
            await messages.ConfigureAwait(false);
        }

        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(messages, errors), Task.Delay(1000)).ConfigureAwait(false);
        string printed = errors.IsCompleted ? await errors.ConfigureAwait(false) : "";
        return WorkerEnd.Describe(process.ExitCode, exitCall, printed);
    }

    private async Task ReadAllAsync()
    {
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            (string stray, WorkerMessage? message) = WorkerProtocol.Read(line);
            if (stray.Length > 0)
                current?.Output.Write("stdout", stray);
            if (message is not null)
                HandOn(message);
        }
    }

    private void HandOn(WorkerMessage message)
    {
        CurrentCell? cell = current;
        switch (message.Kind)
        {
            case MessageKind.Ready:
                ready.TrySetResult();
                break;
            case MessageKind.Stream:
                cell?.Output.Write(message.Name ?? "stdout", message.Text ?? "");
                break;
            case MessageKind.Display:
                cell?.Output.Display(message.Name ?? "", message.Data ?? []);
                break;
            case MessageKind.Update:
                cell?.Output.Update(message.Name ?? "", message.Data ?? []);
                break;
            case MessageKind.Result:
                cell?.Output.Result(message.Data ?? []);
                break;
            case MessageKind.Progress:
                cell?.Output.Progress(message.Text ?? "");
                break;
            case MessageKind.Answer:
                answer?.TrySetResult(message.Data ?? []);
                break;
            case MessageKind.Input:
                _ = TypeAsync(cell?.Input);
                break;
            case MessageKind.Exit:
                exitCall = message.Number;
                break;
            case MessageKind.Done:
                current = null;
                cell?.Done.TrySetResult(message.Error);
                break;
        }
    }

    private async Task TypeAsync(Func<Task<string?>>? input)
    {
        string? line = input is null ? null : await input().ConfigureAwait(false);
        Send(new WorkerMessage { Kind = MessageKind.Typed, Text = line });
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader)
    {
        StringBuilder text = new();
        char[] buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            if (text.Length < MostErrorText)
                text.Append(buffer, 0, count);
        }

        return text.ToString();
    }

    private sealed record CurrentCell(ICellOutput Output, Func<Task<string?>>? Input, TaskCompletionSource<CellError?> Done);
}
