using System.CommandLine;
using NeuroLab.Charts;
using NeuroLab.Notebooks.Writing;
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
        const string Remedy = "Name another folder with --output.";
        StagedFolder.Write(
            folder, Remedy,
            staging => GalleryPage.Write(staging, chart => AnsiConsole.Console.MarkupLineInterpolated($"  {chart.Topic}: {chart.Name}"), cancellation),
            cancellation: cancellation);
        AnsiConsole.Console.WritePath("The gallery is at ", Path.Combine(Path.GetFullPath(folder), "index.html"));
        return ExitCodes.Success;
    }
}
