using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using NeuroLab.Charts;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>The worker's side: takes cells from standard input, runs them here, and answers on standard output.</summary>
public static class WorkerHost
{
    /// <summary>Runs until standard input ends; the process then ends too, whatever a cell is doing.</summary>
    public static void Run()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Stream input = Console.OpenStandardInput();
        using WorkerOutput output = new(Console.OpenStandardOutput());
        Console.SetOut(new CellConsole(output, "stdout"));
        Console.SetError(new CellConsole(output, "stderr"));
        Console.SetIn(new NoConsoleInput());
        AppDomain.CurrentDomain.ProcessExit +=
            (_, _) => output.Send(new WorkerMessage { Kind = MessageKind.Exit, Number = Environment.ExitCode });
        AppDomain.CurrentDomain.UnhandledException += (_, _) => output.Flush();

        using BlockingCollection<WorkerMessage> requests = [];
        new Thread(() => ReadRequests(input, requests)) { IsBackground = true, Name = "requests" }.Start();

        CSharpSession session = new(Environment.CurrentDirectory, output);
        // What the library updates while a cell runs, such as a chart of the loss, is shown as display shows it.
        LiveOutput.Host = value => NotebookFunctions.display(value).Update;
        session.WarmUp();
        output.Send(new WorkerMessage { Kind = MessageKind.Ready });
        foreach (WorkerMessage request in requests.GetConsumingEnumerable())
        {
            CellError? error = session.RunAsync(request.Text ?? "", request.Number).GetAwaiter().GetResult();
            output.Send(new WorkerMessage { Kind = MessageKind.Done, Error = error });
        }
    }

    private static void ReadRequests(Stream input, BlockingCollection<WorkerMessage> requests)
    {
        using StreamReader reader = new(input, WorkerProtocol.Encoding);
        while (reader.ReadLine() is { } line)
        {
            if (WorkerProtocol.Read(line).Message is { Kind: MessageKind.Run } request)
                requests.Add(request);
        }

        // The tool is gone. Nothing softer would end a cell that loops.
        Process.GetCurrentProcess().Kill();
    }
}
