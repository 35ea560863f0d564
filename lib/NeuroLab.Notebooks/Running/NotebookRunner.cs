using System.Diagnostics;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Notebooks.Running;

/// <summary>Runs a notebook from its first cell to its last, in a fresh session.</summary>
public static class NotebookRunner
{
    private const string Chart = "application/vnd.plotly.v1+json";

    /// <summary>Runs a notebook. The document given is left as it is.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">Its path, existing or not; cells run in its folder.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="progress">Told before each cell and at the end.</param>
    /// <param name="cancellation">Stops the run and ends its session.</param>
    /// <exception cref="ExerciseException">An exercise to be solved has no solution, or a solution no exercise.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<NotebookResult> RunAsync(
        NotebookDocument document, string path, RunOptions options,
        IProgress<CellProgress>? progress = null, CancellationToken cancellation = default)
    {
        Stopwatch watch = Stopwatch.StartNew();
        NotebookDocument copy = document.WithoutOutputs();
        if (options.Solve)
            Exercises.Solve(copy, path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        int[] code = [.. Enumerable.Range(0, copy.Cells.Count).Where(i => copy.Cells[i].Kind == CellKind.Code)];
        List<CellResult> results = [];
        CellProgress at = new(0, code.Length, 0);
        OutputCollector collector = new(note => progress?.Report(at with { Note = note }));
        string? skipped = null;
        IReadOnlyList<OtherCell> cells = [.. code.Select((index, i) => OtherCell.Numbered(i + 1, copy.Cells[index].Source))];
        NotebookSession session = NotebookSession.Start(folder, options.Session);
        try
        {
            session.Tell(cells);
            foreach (int index in code)
            {
                progress?.Report(at = new CellProgress(results.Count, code.Length, index));
                NotebookCell cell = copy.Cells[index];
                int number = results.Count + 1;
                collector.Begin(number);
                CellOutcome outcome = copy.LanguageOf(cell) is string language and not CellLanguage.CSharp
                    ? CellOutcome.OtherLanguage(language)
                    : await session.RunAsync(cell.Source, number, collector, options.CellTimeout, cancellation).ConfigureAwait(false);
                string? passedOver = OptionalPart.SkipReason(OptionalPart.HintOf(cell.Source), outcome.Error);
                if (passedOver is null && (skipped = OptionalPart.SkipReason(OptionalPart.HintOf(copy.Metadata), outcome.Error)) is not null)
                {
                    collector.Write("stderr", $"The notebook was skipped from here on. {skipped}\n");
                    foreach (NotebookOutput output in collector.End(null))
                        cell.Outputs.Add(output);
                    break;
                }

                bool restart = outcome.SessionEnded && options.KeepGoing;
                CellError? error = passedOver is not null ? null : restart ? WithLostState(outcome.Error!) : outcome.Error;
                if (passedOver is not null)
                    collector.Write("stderr", OptionalPart.Note(passedOver));
                cell.ExecutionCount = number;
                foreach (NotebookOutput output in collector.End(error))
                    cell.Outputs.Add(output);
                bool mayFail = cell.RaisesException && !outcome.SessionEnded;
                results.Add(new CellResult(index, outcome.Duration, [.. cell.Outputs], error) { MayFail = mayFail, Skipped = passedOver });
                if (!results[^1].Ok && !options.KeepGoing)
                    break;
                if (restart)
                {
                    await session.DisposeAsync().ConfigureAwait(false);
                    session = NotebookSession.Start(folder, options.Session);
                    session.Tell(cells);
                }
            }
        }
        finally
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }

        progress?.Report(at with { Done = results.Count });
        int charts = results.Sum(cell => cell.Outputs.Count(output => output.MimeTypes.Contains(Chart)));
        return new NotebookResult(path, watch.Elapsed, results, charts, ExerciseResult.Of(results.SelectMany(cell => cell.Outputs)), copy) { Skipped = skipped };
    }

    private static CellError WithLostState(CellError error)
    {
        const string Lost = "The cells below run in a new session: the variables of the cells above are lost.";
        return error with { Details = [.. error.Details, Lost] };
    }
}
