using System.CommandLine;
using NeuroLab.Notebooks.Writing;
using NeuroLab.Site;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Commands;

/// <summary><c>neurolab run</c>: runs notebooks and reports on every cell.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Paths = new("paths")
    {
        Description = "Notebooks (.ipynb or .dib), or folders of them (.ipynb). Without any: the course.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Write the notebooks with their outputs, and a site that shows them, to this folder.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Write a report on every cell to this file.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Timeout = new("--timeout")
    {
        Description = "The seconds one cell may take.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => "60",
    };

    private static readonly Option<bool> Solve = new("--solve")
    {
        Description = "Put each exercise's own solution into its cell first.",
    };

    private static readonly Option<bool> KeepGoing = new("--keep-going")
    {
        Description = "Run the cells after a failed one too.",
    };

    private static readonly Option<string> Jobs = new("--jobs")
    {
        Description = "How many notebooks run at the same time.",
        HelpName = "N",
        DefaultValueFactory = _ => Text.Number(BatchOptions.DefaultJobs),
    };

    /// <summary>The command with its arguments.</summary>
    public static Command Create()
    {
        var command = new Command("run", "Runs notebooks and reports on every cell. The exit code is 1 if a cell failed, 2 if a notebook could not be read.")
        {
            Paths, Output, Json, Timeout, Solve, KeepGoing, Jobs,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        string? output = arguments.GetValue(Output);
        string? json = arguments.GetValue(Json);
        var options = new BatchOptions
        {
            CellTimeout = TimeSpan.FromSeconds(Numbers.Read("--timeout", arguments.GetValue(Timeout)!, "seconds", 0.001, 86_400)),
            Jobs = Numbers.ReadWhole("--jobs", arguments.GetValue(Jobs)!, "notebooks", 1, 64),
            Solve = arguments.GetValue(Solve),
            KeepGoing = arguments.GetValue(KeepGoing),
        };

        // What can't be written is better known before the notebooks run than after.
        IReadOnlyList<NotebookFile> notebooks = NotebookFiles.FindToRun(arguments.GetValue(Paths) ?? []);
        using OutputFile? report = json is null ? null : OutputFile.Open(json, "Name another file with --json.");
        if (output is not null)
        {
            SiteExporter.CheckFolder(output);
            NotebookFiles.CheckNamesDiffer(notebooks);
        }

        IReadOnlyList<NotebookRun> runs = await NotebookBatch
            .RunAsync(notebooks, options, RunView.ForConsole(), cancellation).ConfigureAwait(false);
        Summary.Write(runs);
        report?.Write(JsonReport.ToText(runs));
        if (output is not null)
        {
            string index = await SiteExporter.ExportAsync(NotebookBatch.ForSite(runs), output, cancellationToken: cancellation).ConfigureAwait(false);
            AnsiConsole.Console.WritePath("The site is at ", index);
        }

        return NotebookBatch.ExitCode(runs);
    }
}
