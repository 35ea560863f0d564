using NeuroLab.Notebooks.Running;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Reports;

/// <summary>A bar for each notebook, which moves with its cells.</summary>
internal sealed class BarView : RunView
{
    private ProgressTask[] bars = [];
    private IReadOnlyList<NotebookFile> files = [];

    /// <inheritdoc/>
    public override Task ShowAsync(IReadOnlyList<NotebookFile> notebooks, Func<Task> work)
    {
        files = notebooks;
        return AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                bars = [.. notebooks.Select(notebook => context.AddTask(Markup.Escape(notebook.Name), autoStart: false))];
                await work().ConfigureAwait(false);
            });
    }

    /// <inheritdoc/>
    public override IProgress<CellProgress> For(int notebook) => new Reporter(progress =>
    {
        ProgressTask bar = bars[notebook];
        if (!bar.IsStarted)
            bar.StartTask();
        bar.MaxValue = Math.Max(progress.Total, 1);
        bar.Value = progress.Done;
        string cell = progress.Note ?? $"cell {Text.Number(Math.Min(progress.Done + 1, progress.Total))} of {Text.Number(progress.Total)}";
        bar.Description = $"{Markup.Escape(files[notebook].Name)} [grey]{Markup.Escape(cell)}[/]";
    });

    /// <inheritdoc/>
    public override void Ended(int notebook, NotebookRun run)
    {
        ProgressTask bar = bars[notebook];
        bar.Description = $"{Markup.Escape(run.File.Name)} {Summary.Coloured(run.Verdict)}";
        if (run.Ok)
            bar.Value = bar.MaxValue;
        bar.StopTask();
    }
}
