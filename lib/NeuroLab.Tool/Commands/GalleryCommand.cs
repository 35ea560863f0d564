using System.CommandLine;
using NeuroLab.Charts;
using NeuroLab.Tool.Reports;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab gallery</c>: writes a page with every chart of the course.</summary>
internal static class GalleryCommand
{
    private static readonly Option<string> Output = new("--output")
    {
        Description = "The folder to write index.html and its scripts to.",
        Required = true,
        HelpName = "DIR",
    };

    /// <summary>The command as the command line knows it.</summary>
    public static Command Create()
    {
        var command = new Command("gallery", "Trains small models and writes a page with every chart of the course.") { Output };
        command.SetAction((result, cancellation) => Task.FromResult(Run(result.GetValue(Output)!, cancellation)));
        return command;
    }

    private static int Run(string folder, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(folder) || File.Exists(folder))
            throw new UsageException($"--output names a folder, but \"{folder}\" is {(File.Exists(folder) ? "a file" : "empty")}.");
        try
        {
            string index = GalleryPage.Write(folder, chart => AnsiConsole.Console.MarkupLineInterpolated($"  {chart.Topic}: {chart.Name}"), cancellation);
            AnsiConsole.Console.WritePath("The gallery is at ", Path.GetFullPath(index));
            return ExitCodes.Success;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The gallery can't be made: {error.Message}");
        }
    }
}
