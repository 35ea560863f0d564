using System.CommandLine;
using NeuroLab.Live;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab serve</c>: what an editor starts for each notebook.</summary>
internal static class ServeCommand
{
    private static readonly Argument<string> Notebook = new("NOTEBOOK") { Description = "The notebook. Cells run in its folder." };

    /// <summary>The command as the command line knows it.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Runs a notebook's cells for an editor, by lines of JSON on standard input and output. The VS Code extension does this; there is no need to do it by hand.") { Notebook };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetValue(Notebook)!, cancellation));
        return command;
    }

    /// <summary>Serves the editor until its input ends.</summary>
    /// <param name="notebook">The notebook's file.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string notebook, CancellationToken cancellation)
    {
        // Nothing else may write where the editor reads messages.
        await using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        try
        {
            await EditorRunner.ServeAsync(notebook, input, output, cancellation).ConfigureAwait(false);
            return ExitCodes.Success;
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"{wrong.Message} Requests are lines of JSON, as lib/NeuroLab.Site/Page/message-runner.ts writes them.");
        }
    }
}
