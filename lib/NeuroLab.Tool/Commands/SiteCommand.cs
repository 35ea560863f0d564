using System.CommandLine;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Site;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab site --live</c>: writes the course as a web site whose cells run in the reader's browser.</summary>
internal static class SiteCommand
{
    private static readonly Option<string> Output = new("--output") { Description = "The folder of the site.", HelpName = "DIR", Required = true };

    private static readonly Option<bool> Live = new("--live") { Description = "Cells can be changed and run, in the reader's own browser, with nothing installed." };

    /// <summary>The command as the command line knows it.</summary>
    public static Command Create()
    {
        var command = new Command("site", "Writes the course as a web site that any web server can hand out: with --live, one whose cells run in the browser.") { Output, Live };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetValue(Output)!, arguments.GetValue(Live), cancellation));
        return command;
    }

    private static async Task RunAsync(string output, bool live, CancellationToken cancellation)
    {
        if (!live)
            throw new UsageException("neurolab site writes a site whose cells run, and wants to be told so: neurolab site --live --output DIR. Pages to read, with what the cells show, are written by neurolab run notebooks --output DIR.");
        SiteExporter.CheckFolder(output);
        string root = CourseFolder.Delivered() ?? throw new UsageException("No course was found beside this command. Run it in a clone of NeuroLab's repository.");
        AnsiConsole.Console.WriteLine("Compiling the session for the browser. The first time takes a minute or two ...");
        string session = await Task.Run(() => BrowserPublish.Run(root, cancellation), cancellation).ConfigureAwait(false);
        AnsiConsole.Console.WriteLine("Writing and compressing the site ...");
        TeachingNotes teaching = new(Path.Combine(root, "docs", "teaching.md"));
        string index = await LiveSiteExporter.ExportAsync(Notebooks(root), Files(root), teaching, session, output, cancellation).ConfigureAwait(false);
        AnsiConsole.Console.WritePath("The site is at ", index);
        AnsiConsole.Console.WriteLine("Browsers run it from a web server, not as files. A small one: python3 -m http.server --directory DIR");
    }

    // What a notebook loads besides the course is not there in a browser.
    private static SiteNotebook[] Notebooks(string root) =>
    [
        .. from path in Directory.EnumerateFiles(CourseFolder.Notebooks(root), "*.ipynb").Order(StringComparer.Ordinal)
           let document = NotebookDocument.Load(path)
           where OptionalPart.HintOf(document.Metadata) is null
           select new SiteNotebook(path, document),
    ];

    private static Dictionary<string, string> Files(string root)
    {
        Dictionary<string, string> files = Directory.EnumerateFiles(Path.Combine(root, "datasets"), "*.csv").ToDictionary(path => $"datasets/{Path.GetFileName(path)}");
        files["notebooks/setup.dib"] = Path.Combine(CourseFolder.Notebooks(root), "setup.dib");
        return files;
    }
}
