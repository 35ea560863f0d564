using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using NeuroLab.Charts;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Session.Views;
using NeuroLab.Training;

namespace NeuroLab.Notebooks.Worker;

/// <summary>The worker's side: takes cells from standard input, runs them here, and answers on standard output.</summary>
public static class WorkerHost
{
    private static volatile bool isAsked;

    /// <summary>Runs until standard input ends; the process then ends too, whatever a cell is doing.</summary>
    public static void Run()
    {
        new Thread(WarmUp) { IsBackground = true, Name = "warm-up" }.Start();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // Ctrl+C goes to the whole group of processes; what it means here, the tool decides.
        using PosixSignalRegistration signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        Stream input = Console.OpenStandardInput();
        using WorkerOutput output = new(OpenOutput());
        using CellInput typed = new(output);
        Console.SetOut(new CellConsole(output, "stdout"));
        Console.SetError(new CellConsole(output, "stderr"));
        Console.SetIn(typed);
        AppDomain.CurrentDomain.ProcessExit +=
            (_, _) => output.Send(new WorkerMessage { Kind = MessageKind.Exit, Number = Environment.ExitCode });
        AppDomain.CurrentDomain.UnhandledException += (_, _) => output.Flush();

        using BlockingCollection<Request> requests = [];
        new Thread(() => ReadRequests(input, requests, typed)) { IsBackground = true, Name = "requests" }.Start();

        CSharpSession session = new(Environment.CurrentDirectory, output);
        // What the library updates while a cell runs, such as a chart of the loss, is shown as display shows it.
        LiveOutput.Host = value => NotebookFunctions.display(value).Update;
        // Whoever waits already is served at once.
        foreach (string example in CSharpSession.Examples.TakeWhile(_ => !isAsked))
            session.TryOutAsync(example).GetAwaiter().GetResult();
        output.Send(new WorkerMessage { Kind = MessageKind.Ready });
        if (!isAsked)
            session.Prepare();
        foreach (Request request in requests.GetConsumingEnumerable())
        {
            WorkerMessage message = request.Message;
            if (message.Kind == MessageKind.Ask)
            {
                output.Send(new WorkerMessage
                {
                    Kind = MessageKind.Answer,
                    Data = session.Answer(message.Name ?? "", message.Text ?? "", message.Number),
                });
                continue;
            }

            if (message.Kind == MessageKind.Cells)
            {
                session.Tell([.. (message.Data ?? []).Select(cell => new OtherCell(cell.Key, (string?)cell.Value ?? ""))]);
                continue;
            }

            typed.IsAllowed = message.AllowsInput;
            Interruption.Token = request.Stop.Token;
            CellError? error = session.RunAsync(message.Text ?? "", message.Number).GetAwaiter().GetResult();
            Interruption.Token = default;
            output.Send(new WorkerMessage { Kind = MessageKind.Done, Error = request.Stop.IsCancellationRequested ? Interrupted(error) : error });
            session.Prepare();
        }
    }

    // The console's own stream takes the lock of Console.Out for each write on Unix. A thread that prints holds that lock while it waits
    // for its turn to write, and the two would wait for each other without end.
    private static Stream OpenOutput() => OperatingSystem.IsWindows()
        ? Console.OpenStandardOutput()
        : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    // While the main thread looks for what cells can refer to and begins to compile, this one goes ahead through what comes after
    // that. With the same work on both, each would wait for the other's methods and types.
    private static void WarmUp()
    {
        SubmissionCompiler.Load();
        WorkerMessage message = new() { Kind = MessageKind.Result, Data = ValueViews.Of(0, []) };
        WorkerProtocol.Read(WorkerProtocol.Encoding.GetString(WorkerProtocol.Write(message)));
        // The library sets itself up when it is first used.
        _ = Interruption.Token;
    }

    private static void ReadRequests(Stream input, BlockingCollection<Request> requests, CellInput typed)
    {
        using StreamReader reader = new(input, WorkerProtocol.Encoding);
        CancellationTokenSource stop = new();
        while (reader.ReadLine() is { } line)
        {
            switch (WorkerProtocol.Read(line).Message)
            {
                case { Kind: MessageKind.Cells } message:
                    requests.Add(new Request(message, stop));
                    break;
                case { Kind: MessageKind.Run or MessageKind.Ask } message:
                    isAsked = true;
                    stop = new CancellationTokenSource();
                    requests.Add(new Request(message, stop));
                    break;
                case { Kind: MessageKind.Interrupt }:
                    // What waits for the token goes on here; this thread must stay free to read.
                    _ = stop.CancelAsync();
                    break;
                case { Kind: MessageKind.Typed } message:
                    typed.Add(message.Text);
                    break;
            }
        }

        // The tool is gone. Nothing softer would end a cell that loops.
        Process.GetCurrentProcess().Kill();
    }

    private static CellError? Interrupted(CellError? error)
    {
        const string Text = "The cell was interrupted. What it had done until then is kept.";
        return error?.Name is "System.OperationCanceledException" or "System.Threading.Tasks.TaskCanceledException"
            ? new CellError("Interrupted", Text, [Text, .. error.Details.Skip(1)])
            : error;
    }

    private sealed record Request(WorkerMessage Message, CancellationTokenSource Stop);
}
