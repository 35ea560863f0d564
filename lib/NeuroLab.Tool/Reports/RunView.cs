using NeuroLab.Notebooks.Running;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Reports;

/// <summary>Shows how far the notebooks are while they run.</summary>
internal abstract class RunView
{
    /// <summary>Bars where a person watches a terminal, lines where the output goes to a file or another program.</summary>
    public static RunView ForConsole() =>
        Terminal.IsWatched && AnsiConsole.Profile.Capabilities.Ansi ? new BarView() : new LineView();

    /// <summary>Shows the notebooks as long as the work goes on.</summary>
    public abstract Task ShowAsync(IReadOnlyList<NotebookFile> notebooks, Func<Task> work);

    /// <summary>Where a notebook's run reports to.</summary>
    public abstract IProgress<CellProgress> For(int notebook);

    /// <summary>Says that a notebook has run.</summary>
    public abstract void Ended(int notebook, NotebookRun run);

    /// <summary>Hands reports on at once, on the thread that makes them.</summary>
    protected sealed class Reporter(Action<CellProgress> report) : IProgress<CellProgress>
    {
        /// <inheritdoc/>
        public void Report(CellProgress value) => report(value);
    }
}
