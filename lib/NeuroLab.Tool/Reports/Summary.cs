using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Reports;

/// <summary>What is said when all notebooks have run: a table, and why cells failed.</summary>
internal static class Summary
{
    private const int LongestError = 12;

    // What a table puts around each cell.
    private const int Padding = 4;

    private static readonly (string Name, Func<NotebookRun, string> Text)[] Columns =
    [
        ("", run => run.Verdict),
        ("notebook", run => run.File.Name),
        ("ok", run => Cells(run, ok: true)),
        ("failed", run => Cells(run, ok: false)),
        ("seconds", run => run.Result is { } result ? Text.Seconds(result.Duration) : ""),
        ("charts", run => Text.Number(run.Result?.Charts ?? 0)),
        ("right", run => Exercises(run, "right")),
        ("not yet", run => Exercises(run, "not yet")),
        ("not tried", run => Exercises(run, "not tried")),
    ];

    /// <summary>Writes the table and the failures to the console.</summary>
    public static void Write(IReadOnlyList<NotebookRun> runs)
    {
        IAnsiConsole console = AnsiConsole.Console;
        console.WriteLine();
        console.Write(TableOf(runs, console.Profile.Width));
        foreach (NotebookRun run in runs.Where(run => !run.Ok))
            WriteFailures(console, run);
        foreach (NotebookRun run in runs)
            WriteSkipped(console, run);
        console.WriteLine();
    }

    /// <summary>Writes a sentence that ends in a path, on a line of its own that is never broken.</summary>
    public static void WritePath(this IAnsiConsole console, string before, string path)
    {
        console.Profile.Width = Math.Max(console.Profile.Width, before.Length + path.Length + 1);
        console.WriteLine(before + path);
    }

    /// <summary>A verdict in its colour.</summary>
    public static string Coloured(string verdict) => verdict switch
    {
        "ok" => "[green]ok[/]",
        "skipped" => "[yellow]skipped[/]",
        _ => $"[red]{verdict}[/]",
    };

    /// <summary>The table, with as many of its columns as fit. What matters most stands first: the verdict, and the name.</summary>
    internal static Table TableOf(IReadOnlyList<NotebookRun> runs, int width)
    {
        var table = new Table { Border = Terminal.IsWatched ? TableBorder.Simple : TableBorder.None };
        int taken = 0;
        foreach ((string name, Func<NotebookRun, string> text) in Columns)
        {
            taken += Padding + runs.Select(text).Append(name).Max(cell => cell.GetCellWidth());
            if (taken > width && table.Columns.Count > 1)
                break;
            table.AddColumn(table.Columns.Count switch
            {
                0 => new TableColumn(name).NoWrap(),
                1 => new TableColumn(name),
                _ => new TableColumn(name).RightAligned().NoWrap(),
            });
        }

        foreach (NotebookRun run in runs)
            table.AddRow([Coloured(run.Verdict), .. Columns.Take(table.Columns.Count).Skip(1).Select(column => Markup.Escape(column.Text(run)))]);
        return table;
    }

    private static string Cells(NotebookRun run, bool ok) => Text.Number(run.Result?.Cells.Count(cell => cell.Ok == ok && cell.Skipped is null) ?? 0);

    private static string Exercises(NotebookRun run, string state) =>
        Text.Number(run.Result?.Exercises.Count(exercise => exercise.State == state) ?? 0);

    private static void WriteSkipped(IAnsiConsole console, NotebookRun run)
    {
        if (run.Skipped is { } reason)
            Write(run.File.Name, reason);
        for (int i = 0; i < (run.Result?.Cells.Count ?? 0); i++)
        {
            if (run.Result!.Cells[i].Skipped is { } cellsReason)
                Write($"{run.File.Name}, code cell {Text.Number(i + 1)},", cellsReason);
        }

        void Write(string what, string why)
        {
            console.WriteLine();
            console.MarkupLine($"[yellow]{Markup.Escape(what)} was skipped:[/]");
            console.WriteLine("  " + why);
        }
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
            if (run.Result!.Cells[i] is not { Ok: false, Error: { } error })
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
