using NeuroLab.Notebooks.Running;
using NeuroLab.Site;
using NeuroLab.Tool.Reports;

namespace NeuroLab.Tool.Running;

/// <summary>Runs several notebooks, some of them at the same time.</summary>
internal static class NotebookBatch
{
    /// <summary>Runs the notebooks, each in a session of its own. A failed notebook does not stop the others.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="view">Is told how far they are.</param>
    /// <param name="cancellation">Stops all and ends their sessions.</param>
    /// <returns>What became of them, in the order given.</returns>
    public static async Task<IReadOnlyList<NotebookRun>> RunAsync(
        IReadOnlyList<NotebookFile> notebooks, BatchOptions options, RunView view, CancellationToken cancellation)
    {
        var runs = new NotebookRun[notebooks.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation };
        await view.ShowAsync(notebooks, () => Parallel.ForAsync(0, notebooks.Count, parallel, async (i, stop) =>
        {
            runs[i] = await RunAsync(notebooks[i], options, view.For(i), stop).ConfigureAwait(false);
            view.Ended(i, runs[i]);
        })).ConfigureAwait(false);
        return runs;
    }

    /// <summary>The notebooks that a site can show.</summary>
    public static IReadOnlyList<SiteNotebook> ForSite(IEnumerable<NotebookRun> runs) =>
        [.. from run in runs
            let document = run.Result?.Document ?? run.File.Document?.WithoutOutputs()
            where document is not null
            select new SiteNotebook(run.File.Path, document)];

    /// <summary>The exit code that tells whether a notebook could not be read, or else whether a cell failed.</summary>
    public static int ExitCode(IReadOnlyList<NotebookRun> runs) => runs.Any(run => run.File.Problem is not null) ? ExitCodes.Usage
        : runs.All(run => run.Ok) ? ExitCodes.Success
        : ExitCodes.CellFailed;

    private static async Task<NotebookRun> RunAsync(
        NotebookFile notebook, BatchOptions options, IProgress<CellProgress> progress, CancellationToken cancellation)
    {
        if (notebook.Document is null)
            return new NotebookRun(notebook, null, notebook.Problem);
        var run = new RunOptions { CellTimeout = options.CellTimeout, KeepGoing = options.KeepGoing, Solve = options.Solve };
        try
        {
            NotebookResult result = await NotebookRunner
                .RunAsync(notebook.Document, notebook.Path, run, progress, cancellation).ConfigureAwait(false);
            return new NotebookRun(notebook, result, null);
        }
        catch (Exception error) when (error is ExerciseException or IOException)
        {
            return new NotebookRun(notebook, null, error.Message);
        }
    }
}
