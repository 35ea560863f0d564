using NeuroLab.Notebooks.Running;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Reports;

/// <summary>What is said when all notebooks have run: a table, and why cells failed.</summary>
internal static class Summary
{
    private const int LongestError = 12;

    /// <summary>Writes the table and the failures to the console.</summary>
    public static void Write(IReadOnlyList<NotebookRun> runs)
    {
        IAnsiConsole console = AnsiConsole.Console;
        console.WriteLine();
        console.Write(TableOf(runs));
        foreach (NotebookRun run in runs.Where(run => !run.Ok))
            WriteFailures(console, run);
        foreach (NotebookRun run in runs.Where(run => run.Skipped is not null))
            WriteSkipped(console, run);
        console.WriteLine();
    }

    /// <summary>Writes a sentence that ends in a path, on a line of its own that is never broken.</summary>
    public static void WritePath(this IAnsiConsole console, string before, string path)
    {
        console.Profile.Width = Math.Max(console.Profile.Width, before.Length + path.Length + 1);
        console.WriteLine(before + path);
    }

    private static Table TableOf(IReadOnlyList<NotebookRun> runs)
    {
        var table = new Table { Border = Terminal.IsWatched ? TableBorder.Simple : TableBorder.None };
        table.AddColumn(new TableColumn("notebook").NoWrap());
        foreach (string name in new[] { "ok", "failed", "charts", "right", "not yet", "not tried", "seconds" })
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        foreach (NotebookRun run in runs)
        {
            NotebookResult? result = run.Result;
            int failed = result?.Cells.Count(cell => !cell.Ok) ?? 0;
            table.AddRow(
                Markup.Escape(run.File.Name),
                Text.Number(result?.Cells.Count(cell => cell.Ok) ?? 0),
                run.Skipped is not null ? "[yellow]skipped[/]" : failed > 0 ? $"[red]{Text.Number(failed)}[/]" : result is null ? "[red]not run[/]" : "0",
                Text.Number(result?.Charts ?? 0),
                Exercises(result, "right"),
                Exercises(result, "not yet"),
                Exercises(result, "not tried"),
                result is null ? "" : Text.Seconds(result.Duration));
        }

        return table;
    }

    private static string Exercises(NotebookResult? result, string state) =>
        Text.Number(result?.Exercises.Count(exercise => exercise.State == state) ?? 0);

    private static void WriteSkipped(IAnsiConsole console, NotebookRun run)
    {
        console.WriteLine();
        console.MarkupLine($"[yellow]{Markup.Escape(run.File.Name)} was skipped:[/]");
        console.WriteLine("  " + run.Skipped);
    }

    private static void WriteFailures(IAnsiConsole console, NotebookRun run)
    {
        if (run.Problem is { } problem)
        {
            console.WriteLine();
            console.MarkupLine($"[red]{Markup.Escape(run.File.Name)} could not be run:[/]");
            console.WriteLine("  " + problem);
        }

        for (int i = 0; i < (run.Result?.Cells.Count ?? 0); i++)
        {
            if (run.Result!.Cells[i].Error is not { } error)
                continue;
            console.WriteLine();
            console.MarkupLine($"[red]{Markup.Escape(run.File.Name)}, code cell {Text.Number(i + 1)}:[/] {Markup.Escape(error.Name)}");
            string[] lines = error.Text().ReplaceLineEndings("\n").Split('\n');
            foreach (string line in lines.Take(LongestError))
                console.WriteLine("  " + line);
            if (lines.Length > LongestError)
                console.WriteLine($"  and {Text.Count(lines.Length - LongestError, "more line")}");
        }
    }
}
