using NeuroLab.Site;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab</c> without a command where nobody is at a terminal, as in continuous integration: runs the whole course and writes it as a site.</summary>
internal static class CourseCommand
{
    private const string Remedy = "Write the course into a folder of your own with neurolab new my-course, or its pages elsewhere with neurolab run --output DIR.";

    /// <summary>Runs the command.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        string root = CourseFolder.Find();
        string site = Path.Combine(root, "artifacts", "course");
        SiteExporter.CheckFolder(site, Remedy);
        IReadOnlyList<NotebookFile> notebooks = NotebookFiles.FindToRun([CourseFolder.Notebooks(root)]);
        IReadOnlyList<NotebookRun> runs = await NotebookBatch
            .RunAsync(notebooks, new BatchOptions(), RunView.ForConsole(), cancellation).ConfigureAwait(false);
        Summary.Write(runs);

        string index = await SiteExporter.ExportAsync(NotebookBatch.ForSite(runs), site, Remedy, cancellation).ConfigureAwait(false);
        AnsiConsole.Console.WritePath("The course is at ", index);
        Browser.Open(index);
        return NotebookBatch.ExitCode(runs);
    }
}
