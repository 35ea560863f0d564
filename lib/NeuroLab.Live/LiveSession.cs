using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Live;

/// <summary>The worker behind one notebook, for all pages that show it. It is started when it is first needed, and ended when nobody needs it.</summary>
/// <param name="folder">The folder of the notebook.</param>
/// <param name="options">How long it may be idle, and how long a cell may ignore that it was asked to stop.</param>
internal sealed class LiveSession(string folder, LiveOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly Lock gate = new();
    private readonly Audience audience = new();
    private NotebookSession? session;
    private CancellationTokenSource? running;
    private TaskCompletionSource<string?>? asked;
    private Timer? idle;
    private bool isFresh = true;


    /// <summary>Lets a page hear what happens, from the beginning of the last cell's run that it may have missed.</summary>
    public void Enter(Listener page)
    {
        lock (gate)
            audience.Enter(page, State(session is null ? "off" : running is null ? "ready" : "busy", ""));
    }

    /// <summary>A page was closed.</summary>
    public void Leave(Listener page)
    {
        lock (gate)
            audience.Leave(page);
    }

    /// <summary>Starts the worker, so that the first cell need not wait for it.</summary>
    public async Task WarmUpAsync()
    {
        NotebookSession started;
        lock (gate)
        {
            if (session is not null)
                return;
            started = Start();
        }

        await started.ReadyAsync().ConfigureAwait(false);
        lock (gate)
        {
            if (session == started && running is null && !started.HasEnded)
                Tell("ready", "");
        }
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">Its id.</param>
    /// <param name="number">The number beside it.</param>
    /// <param name="code">Its text.</param>
    /// <param name="all">The notebook's cells, so that an error can say which of them declares what is missing.</param>
    public async Task RunAsync(string cell, int number, string code, IReadOnlyList<OtherCell> all)
    {
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            using CancellationTokenSource stop = new();
            NotebookSession now = Begin(cell, stop);
            using CellMessages output = new(cell, Send);
            now.Tell(all);
            now.Input = () => AskAsync(cell);
            (CellError? error, TimeSpan time, bool ended) = await RunAsync(now, number, code, output, stop.Token).ConfigureAwait(false);
            output.Flush();
            await EndAsync(cell, error, time, ended ? now : null).ConfigureAwait(false);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Asks the cell that runs to stop, and ends its process if it has not after a moment.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (running is null)
                return;
            session?.Interrupt();
            asked?.TrySetResult(null);
            running.CancelAfter(options.Grace);
        }
    }

    /// <summary>Ends the worker; the next run starts a new one.</summary>
    public async Task RestartAsync()
    {
        lock (gate)
            running?.Cancel();
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            await StopAsync("Restarted: what the cells computed is gone.").ConfigureAwait(false);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The reader's answer to a cell that reads a line.</summary>
    public void Reply(string? line) => asked?.TrySetResult(line);

    /// <summary>Answers a question about code; empty where no worker is there, or it runs a cell.</summary>
    public async Task<JsonObject> AskAsync(string question, string code, int cursor)
    {
        NotebookSession? now;
        lock (gate)
            now = running is null ? session : null;
        return now is null ? [] : await now.AskAsync(question, code, cursor).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
            running?.Cancel();
        await StopAsync("").ConfigureAwait(false);
        if (idle is not null)
            await idle.DisposeAsync().ConfigureAwait(false);
        oneAtATime.Dispose();
    }

    private static async Task<CellOutcome> RunAsync(NotebookSession now, int number, string code, CellMessages output, CancellationToken stop)
    {
        try
        {
            return await now.RunAsync(code, number, output, null, stop).ConfigureAwait(false);
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

    private NotebookSession Begin(string cell, CancellationTokenSource stop)
    {
        lock (gate)
        {
            if (session?.HasEnded == true)
                isFresh = true;
            NotebookSession now = session ?? Start();
            running = stop;
            Tell("busy", "");
            isFresh = false;
            audience.Begin();
            Send(new JsonObject { ["type"] = "started", ["cell"] = cell });
            return now;
        }
    }

    private async Task EndAsync(string cell, CellError? error, TimeSpan time, NotebookSession? ended)
    {
        if (ended is not null)
            await ended.DisposeAsync().ConfigureAwait(false);
        lock (gate)
        {
            running = null;
            asked = null;
            const string Lost = "The variables of all cells are gone. Run the cells from the top again.";
            CellError? told = ended is null ? error : error! with { Details = [.. error.Details, Lost] };
            Send(new JsonObject { ["type"] = "ended", ["cell"] = cell, ["error"] = Json(told), ["seconds"] = time.TotalSeconds });
            audience.End();
            if (ended is not null)
            {
                session = null;
                isFresh = true;
            }

            Tell(ended is null ? "ready" : "off", ended is null ? "" : error!.Message);
            WatchIdle();
        }
    }

    private NotebookSession Start()
    {
        session = NotebookSession.Start(folder);
        isFresh = true;
        Tell("starting", "");
        WatchIdle();
        return session;
    }

    private async Task StopAsync(string reason)
    {
        NotebookSession? old;
        lock (gate)
        {
            old = session;
            session = null;
            isFresh = true;
            Tell("off", reason);
        }

        if (old is not null)
            await old.DisposeAsync().ConfigureAwait(false);
    }

    private void WatchIdle()
    {
        idle ??= new Timer(_ => _ = EndIdleAsync());
        idle.Change(options.Idle, Timeout.InfiniteTimeSpan);
    }

    private async Task EndIdleAsync()
    {
        if (!await oneAtATime.WaitAsync(0).ConfigureAwait(false))
            return;
        try
        {
            await StopAsync("Ended, since no cell ran for a while. Run the cells you need again.").ConfigureAwait(false);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private Task<string?> AskAsync(string cell)
    {
        lock (gate)
        {
            asked = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            Send(new JsonObject { ["type"] = "input", ["cell"] = cell });
            return asked.Task;
        }
    }

    private void Tell(string state, string text) => audience.Send(State(state, text), isKept: false);

    private JsonObject State(string state, string text) =>
        new() { ["type"] = "state", ["state"] = state, ["fresh"] = isFresh, ["text"] = text };

    private void Send(JsonObject message)
    {
        lock (gate)
            audience.Send(message, isKept: true);
    }

    private static JsonObject? Json(CellError? error) => error is null
        ? null
        : new JsonObject { ["name"] = error.Name, ["message"] = error.Message, ["details"] = new JsonArray([.. error.Details.Select(line => JsonValue.Create(line))]) };
}
