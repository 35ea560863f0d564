using NeuroLab.Notebooks.Running;
using NeuroLab.Tool.Running;

namespace NeuroLab.Tool.Reports;

/// <summary>One plain line when a notebook has run.</summary>
internal sealed class LineView : RunView
{
    private readonly Lock writing = new();
    private int done;
    private int total;

    /// <inheritdoc/>
    public override Task ShowAsync(IReadOnlyList<NotebookFile> notebooks, Func<Task> work)
    {
        total = notebooks.Count;
        Console.WriteLine($"Running {Text.Count(total, "notebook")}.");
        return work();
    }

    /// <inheritdoc/>
    public override IProgress<CellProgress> For(int notebook) => new Reporter(_ => { });

    /// <inheritdoc/>
    public override void Ended(int notebook, NotebookRun run)
    {
        lock (writing)
        {
            string time = run.Result is { } result ? $", {Text.Count(result.Cells.Count, "cell")}, {Text.Seconds(result.Duration)} s" : "";
            Console.WriteLine($"[{Text.Number(++done)}/{Text.Number(total)}] {run.File.Name}: {run.Verdict}{time}");
        }
    }
}
