using System.CommandLine;
using System.Runtime.InteropServices;
using NeuroLab.Tool.Reports;

namespace NeuroLab.Tool.Commands;

/// <summary>The <c>neurolab</c> command as a whole: reads the arguments, and runs what they ask for.</summary>
internal static class NeuroLabCommand
{
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Tell all about errors of the command itself.",
        Recursive = true,
    };

    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments as given.</param>
    /// <returns>The exit code; see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args)
    {
        Terminal.SetUp();
        var root = new RootCommand("NeuroLab: a course on neural networks in C#. Without a command it opens the course in the browser, where you read, change and run it; where no person is at a terminal, it runs the whole course and writes its pages.")
        {
            OpenCommand.Create(),
            NewCommand.Create(),
            RunCommand.Create(),
            SiteCommand.Create(),
            KernelCommand.Create(),
            ServeCommand.Create(),
            CleanCommand.Create(),
            DataCommand.Create(),
            GalleryCommand.Create(),
            Verbose,
        };
        root.SetAction((_, cancellation) => Terminal.CanAsk ? OpenCommand.RunAsync(null, cancellation) : CourseCommand.RunAsync(cancellation));

        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
            return CommandGuard.Refuse(string.Join('\n', result.Errors.Select(error => error.Message)) + "\nSee: neurolab --help");
        return await InvokeAsync(result).ConfigureAwait(false);
    }

    private static async Task<int> InvokeAsync(ParseResult result)
    {
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        // The signals are handled here, so that there is one way in which a run stops.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await CommandGuard.RunAsync(() => result.InvokeAsync(configuration, cancel.Token), result.GetValue(Verbose), cancel.Token)
            .ConfigureAwait(false);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            cancel.Cancel();
        }
    }
}
