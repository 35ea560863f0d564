using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using NeuroLab.Charts;
using NeuroLab.Kernels.Provider;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Session.Views;
using NeuroLab.Training;

namespace NeuroLab.Notebooks.Worker;

/// <summary>The worker's side: takes cells from one pipe, runs them here, and answers on another. The standard handles are the cells' own.</summary>
public static class WorkerHost
{
    // Whoever reads or thinks for so long will not notice that the worker tidies up.
    private static readonly TimeSpan longPause = TimeSpan.FromSeconds(2);

    private static readonly TaskCompletionSource compilerIsLoaded = new();

    private static volatile bool isAsked;

    /// <summary>Runs until the requests end; the process then ends too, whatever a cell is doing, and with it what its cells have started.</summary>
    /// <param name="arguments">The handles of the two pipes: that of the requests, that of the answers.</param>
    public static void Run(params string[] arguments)
    {
        new Thread(WarmUp) { IsBackground = true, Name = "warm-up" }.Start();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // An interrupt goes to all of the group, and what the cells have started ends by it. What it means here, the tool decides.
        using PosixSignalRegistration signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        bool leads = !OperatingSystem.IsWindows() && UnixCalls.LeadGroup();
        WorkerSettings.Forget();
        using FileStream input = Open(arguments[0], FileAccess.Read);
        using WorkerOutput output = new(Open(arguments[1], FileAccess.Write), PrintRelay.TryStart());
        CellInput typed = new(output);
        Console.SetOut(new CellConsole(output, "stdout", output.Flush));
        Console.SetError(new CellConsole(output, "stderr", output.Flush));
        Console.SetIn(typed);
        AppDomain.CurrentDomain.ProcessExit +=
            (_, _) => output.Send(new WorkerMessage { Kind = MessageKind.Exit, Number = Environment.ExitCode });
        AppDomain.CurrentDomain.UnhandledException += (_, _) => output.Flush();

        using BlockingCollection<Request> requests = [];
        new Thread(() => ReadRequests(input, requests, typed, leads)) { IsBackground = true, Name = "requests" }.Start();

        CSharpSession session = new(Environment.CurrentDirectory, output);
        // Two compilations that begin at the same time make each its own of what both refer to: a later cell's string would be another
        // type than the string of the first.
        compilerIsLoaded.Task.Wait();
        // What the library updates while a cell runs, such as a chart of the loss, is shown as display shows it.
        LiveOutput.Host = value => NotebookFunctions.display(value).Update;
        // Products of MathNet's own matrices are fast in cells too.
        SimdLinearAlgebraProvider.Install();
        // Whoever waits already is served at once.
        foreach (string example in CSharpSession.Examples.TakeWhile(_ => !isAsked))
            session.TryOutAsync(example).GetAwaiter().GetResult();
        output.Send(new WorkerMessage { Kind = MessageKind.Ready });
        if (!isAsked)
            session.Prepare();
        CellSurroundings surroundings = new();
        foreach (Request request in TakeFrom(requests))
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

            typed.Begin(message.AllowsInput);
            Interruption.Token = request.Stop.Token;
            CellError? error = session.RunAsync(message.Text ?? "", message.Number).GetAwaiter().GetResult();
            Interruption.Token = default;
            typed.End();
            surroundings.PutBack();
            output.Send(new WorkerMessage { Kind = MessageKind.Done, Error = request.Stop.IsCancellationRequested ? Interrupted(error) : error });
            session.Prepare();
        }
    }

    // A worker that waits gives back what its cells have left: of twenty open notebooks, this is most of the memory.
    private static IEnumerable<Request> TakeFrom(BlockingCollection<Request> requests)
    {
        bool isTidy = true;
        while (true)
        {
            if (requests.TryTake(out Request? request, isTidy ? Timeout.InfiniteTimeSpan : longPause))
                yield return request;
            else
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            isTidy = request is null;
        }
    }

    private static FileStream Open(string handle, FileAccess access)
    {
        int number = int.Parse(handle, CultureInfo.InvariantCulture);
        if (!OperatingSystem.IsWindows())
            UnixCalls.KeepFromChildren(number);
        return new FileStream(new SafeFileHandle(number, ownsHandle: true), access, bufferSize: access == FileAccess.Read ? 4096 : 0);
    }

    // While the main thread looks for what cells can refer to and begins to compile, this one goes ahead through what comes after
    // that. With the same work on both, each would wait for the other's methods and types.
    private static void WarmUp()
    {
        SubmissionCompiler.Load();
        compilerIsLoaded.SetResult();
        WorkerMessage message = new() { Kind = MessageKind.Result, Data = ValueViews.Of(0, []) };
        WorkerProtocol.Read(new MemoryStream(WorkerProtocol.Write(message).ToArray()));
        // The library sets itself up when it is first used.
        _ = Interruption.Token;
    }

    private static void ReadRequests(FileStream input, BlockingCollection<Request> requests, CellInput typed, bool leads)
    {
        CancellationTokenSource stop = new();
        while (WorkerProtocol.Read(input) is { } message)
        {
            switch (message.Kind)
            {
                case MessageKind.Cells:
                    requests.Add(new Request(message, stop));
                    break;
                case MessageKind.Run or MessageKind.Ask:
                    isAsked = true;
                    stop = new CancellationTokenSource();
                    requests.Add(new Request(message, stop));
                    break;
                case MessageKind.Interrupt:
                    // What waits for the token goes on here; this thread must stay free to read.
                    _ = stop.CancelAsync();
                    if (leads)
                        _ = UnixCalls.Signal(0, UnixCalls.Interrupt);
                    break;
                case MessageKind.Typed:
                    typed.Add(message.Number, message.Text);
                    break;
            }
        }

        // The tool is gone. Nothing softer would end a cell that loops, nor what it has started.
        if (leads)
            _ = UnixCalls.Signal(0, UnixCalls.Kill);
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
