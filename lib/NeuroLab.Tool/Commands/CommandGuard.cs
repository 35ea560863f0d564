using NeuroLab.Jupyter;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Writing;
using NeuroLab.Tool.Reports;

namespace NeuroLab.Tool.Commands;

/// <summary>Turns whatever happens in a command into words and an exit code.</summary>
internal static class CommandGuard
{
    /// <summary>Runs a command.</summary>
    /// <param name="command">What it does; its result is the exit code.</param>
    /// <param name="verbose">Whether to tell all about errors of the command itself.</param>
    /// <param name="cancellation">Says that the user stopped it.</param>
    /// <returns>The exit code; see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(Func<Task<int>> command, bool verbose = false, CancellationToken cancellation = default)
    {
        try
        {
            int code = await command().ConfigureAwait(false);
            return Terminal.Problem is { } problem ? Refuse(problem) : code;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing was written.").ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (error is UsageException or NotebookFormatException or OutputException or KernelException)
        {
            return Refuse(error.Message);
        }
#pragma warning disable CA1031 // A user of the command gets a sentence, whatever went wrong.
        catch (Exception error)
#pragma warning restore CA1031
        {
            string text = verbose
                ? error.ToString()
                : $"neurolab met an error of its own: {error.Message.ReplaceLineEndings(" ")} " +
                  "Please report it with the output of the same command and --verbose.";
            await Console.Error.WriteLineAsync(text).ConfigureAwait(false);
            return ExitCodes.Unexpected;
        }
    }

    /// <summary>Says that the command cannot be run as asked.</summary>
    public static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCodes.Usage;
    }
}
