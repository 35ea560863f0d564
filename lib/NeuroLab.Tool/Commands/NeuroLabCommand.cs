using System.CommandLine;
using System.Runtime.InteropServices;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Export;
using NeuroLab.Notebooks.Jupyter;
using NeuroLab.Tool.Reports;

namespace NeuroLab.Tool.Commands;

/// <summary>The <c>neurolab</c> command as a whole: reads the arguments, and turns whatever happens into words and an exit code.</summary>
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
        var root = new RootCommand("NeuroLab: a course on neural networks in C#. Without a command it runs the whole course and shows it.")
        {
            NewCommand.Create(),
            RunCommand.Create(),
            KernelCommand.Create(),
            CleanCommand.Create(),
            DataCommand.Create(),
            GalleryCommand.Create(),
            Verbose,
        };
        root.SetAction((_, cancellation) => CourseCommand.RunAsync(cancellation));

        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
            return Refuse(string.Join('\n', result.Errors.Select(error => error.Message)) + "\nSee: neurolab --help");
        return await InvokeAsync(result).ConfigureAwait(false);
    }

    private static async Task<int> InvokeAsync(ParseResult result)
    {
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            // The signals are handled here, so that there is one way in which a run stops.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await result.InvokeAsync(configuration, cancel.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was written.").ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is UsageException or NotebookFormatException or SiteExportException or KernelException)
        {
            return Refuse(error.Message);
        }
#pragma warning disable CA1031 // A user of the command gets a sentence, whatever went wrong.
        catch (Exception error)
#pragma warning restore CA1031
        {
            string text = result.GetValue(Verbose)
                ? error.ToString()
                : $"neurolab met an error of its own: {error.Message.ReplaceLineEndings(" ")} " +
                  "Please report it with the output of the same command and --verbose.";
            await Console.Error.WriteLineAsync(text).ConfigureAwait(false);
            return ExitCodes.Unexpected;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            cancel.Cancel();
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCodes.Usage;
    }
}
