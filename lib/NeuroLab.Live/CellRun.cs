using NeuroLab.Notebooks.Running;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Live;

/// <summary>Runs a cell for a page: whatever happens to its worker is an outcome of the cell.</summary>
internal static class CellRun
{
    private const string Lost = "The variables of all cells are gone. Run the cells from the top again.";

    /// <summary>Runs the cell.</summary>
    /// <param name="session">Its session.</param>
    /// <param name="number">The number beside it.</param>
    /// <param name="code">Its text.</param>
    /// <param name="output">Where it shows what it shows.</param>
    /// <param name="stop">Ends the process.</param>
    public static async Task<CellOutcome> RunAsync(NotebookSession session, int number, string code, CellMessages output, CancellationToken stop)
    {
        CellOutcome outcome = await OutcomeAsync(session, number, code, output, stop).ConfigureAwait(false);
        output.Flush();
        return outcome is { SessionEnded: true, Error: { } error }
            ? outcome with { Error = error with { Details = [.. error.Details, Lost] } }
            : outcome;
    }

    private static async Task<CellOutcome> OutcomeAsync(NotebookSession session, int number, string code, CellMessages output, CancellationToken stop)
    {
        try
        {
            return await session.RunAsync(code, number, output, null, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Failed("Interrupted", "The cell was asked to stop and went on, so its process was ended.");
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            return Failed("SessionEnded", failure.Message);
        }
    }

    private static CellOutcome Failed(string name, string text) => new(new CellError(name, text, [text]), TimeSpan.Zero, SessionEnded: true);
}
