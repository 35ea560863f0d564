using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Jupyter;

/// <summary>The session behind a kernel: replaced by a new one when a cell has ended it.</summary>
/// <param name="folder">The folder of the notebook.</param>
/// <param name="grace">How long a cell that was asked to stop may go on before its process is ended.</param>
internal sealed class KernelSession(string folder, TimeSpan grace) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private NotebookSession session = NotebookSession.Start(folder);
    private CancellationTokenSource? running;

    /// <summary>The cells that were run.</summary>
    public CellHistory History { get; } = new();

    /// <summary>Runs a cell.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="number">The number beside it.</param>
    /// <param name="output">Receives its output.</param>
    /// <param name="input">Asks the user for a line; null where that is not allowed.</param>
    /// <returns>Null, or why it failed.</returns>
    public async Task<CellError?> RunAsync(string code, int number, ICellOutput output, Func<Task<string?>>? input)
    {
        using CancellationTokenSource stop = new();
        NotebookSession now;
        lock (gate)
        {
            now = session;
            running = stop;
        }

        CellError? error;
        bool ended;
        try
        {
            now.Input = input;
            (error, _, ended) = await now.RunAsync(code, number, output, null, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            const string Text = "The cell was interrupted, but did not stop when asked, so its process was ended.";
            (error, ended) = (new CellError("Interrupted", Text, [Text]), true);
        }
        catch (Exception failure) when (failure is TimeoutException || now.HasEnded)
        {
            // It did not start, or ended while no cell ran.
            (error, ended) = (new CellError("SessionEnded", failure.Message, [failure.Message]), true);
        }
        finally
        {
            lock (gate)
                running = null;
        }

        if (!ended)
            return error;
        await RestartAsync().ConfigureAwait(false);
        const string Lost = "The variables of all cells are gone. Run the cells from the top again.";
        return error! with { Details = [.. error.Details, Lost] };
    }

    /// <summary>Answers a question about code; empty where a new session has only begun.</summary>
    public Task<JsonObject> AskAsync(string question, string code, int cursor) => session.AskAsync(question, code, cursor);

    /// <summary>Asks the cell that runs to stop, and makes it stop if it has not after the grace period.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (running is null)
                return;
            session.Interrupt();
            running.CancelAfter(grace);
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task RestartAsync()
    {
        NotebookSession old = session;
        lock (gate)
            session = NotebookSession.Start(folder);
        // What the new session lacks, an error can then say where to get.
        session.Tell(History.Cells());
        await old.DisposeAsync().ConfigureAwait(false);
    }
}
