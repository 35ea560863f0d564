using NeuroLab.Notebooks.Export;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab</c> without a command: runs the whole course, writes it as a site and shows that.</summary>
internal static class CourseCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        string root = CourseFolder.Find();
        string site = Path.Combine(root, "artifacts", "course");
        SiteExporter.CheckFolder(site);
        IReadOnlyList<NotebookFile> notebooks = NotebookFiles.Find([CourseFolder.Notebooks(root)]);
        IReadOnlyList<NotebookRun> runs = await NotebookBatch
            .RunAsync(notebooks, new BatchOptions(), RunView.ForConsole(), cancellation).ConfigureAwait(false);
        Summary.Write(runs);

        string index = await SiteExporter.ExportAsync(NotebookBatch.ForSite(runs), site, cancellation).ConfigureAwait(false);
        AnsiConsole.Console.WritePath("The course is at ", index);
        Browser.Open(index);
        return NotebookBatch.ExitCode(runs);
    }
}
