using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Running;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Live;

/// <summary>The worker behind one notebook, for all pages that show it. It is taken when it is first needed, and ended when nobody needs it.</summary>
internal sealed class LiveSession : IAsyncDisposable
{
    private readonly SpareWorker spare;
    private readonly TimeSpan grace;
    private readonly Turns turns = new();
    private readonly Lock gate = new();
    private readonly SessionNews news = new();
    private readonly AskedLine line;
    private readonly IdleClock idle;
    private NotebookSession? session;
    private CancellationTokenSource? running;

    /// <param name="spare">Where the worker comes from.</param>
    /// <param name="options">How long it may be idle, and how long a cell may ignore that it was asked to stop.</param>
    public LiveSession(SpareWorker spare, LiveOptions options)
    {
        this.spare = spare;
        grace = options.Grace;
        line = new AskedLine(Send);
        idle = new IdleClock(options.Idle, EndIdleAsync);
    }

    /// <summary>Lets a page hear what happens, from the beginning of the last cell's run that it may have missed.</summary>
    public void Enter(Listener page)
    {
        lock (gate)
        {
            news.Enter(page, session is null ? "off" : running is null ? "ready" : "busy");
            if (session is null)
                spare.Prepare();
        }
    }

    /// <summary>A page was closed.</summary>
    public void Leave(Listener page)
    {
        lock (gate)
            news.Leave(page);
    }

    /// <summary>Takes a worker, so that the first cell need not wait for it.</summary>
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
                news.Tell("ready");
        }
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="cell">Its id.</param>
    /// <param name="number">The number beside it.</param>
    /// <param name="code">Its text.</param>
    /// <param name="all">The notebook's cells, so that an error can say which of them declares what is missing.</param>
    public async Task RunAsync(string cell, int number, string code, IReadOnlyList<OtherCell> all)
    {
        using IDisposable turn = await turns.TakeAsync().ConfigureAwait(false);
        using CancellationTokenSource stop = new();
        NotebookSession now = Begin(cell, stop);
        using CellMessages output = new(cell, Send);
        now.Tell(all);
        now.Input = () => line.AskAsync(cell);
        CellOutcome outcome = await CellRun.RunAsync(now, number, code, output, stop.Token).ConfigureAwait(false);
        if (outcome.SessionEnded)
            await now.DisposeAsync().ConfigureAwait(false);
        End(cell, code, outcome);
    }

    /// <summary>Asks the cell that runs to stop, and ends its process if it has not after a moment.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (running is null)
                return;
            session?.Interrupt();
            line.Reply(null);
            running.CancelAfter(grace);
        }
    }

    /// <summary>Ends the worker; the next run takes a new one.</summary>
    public async Task RestartAsync()
    {
        lock (gate)
            running?.Cancel();
        using IDisposable turn = await turns.TakeAsync().ConfigureAwait(false);
        await StopAsync("Restarted: what the cells computed is gone.").ConfigureAwait(false);
    }

    /// <summary>The reader's answer to a cell that reads a line.</summary>
    public void Reply(string? text) => line.Reply(text);

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
        await idle.DisposeAsync().ConfigureAwait(false);
        turns.Dispose();
    }

    private NotebookSession Begin(string cell, CancellationTokenSource stop)
    {
        lock (gate)
        {
            if (session?.HasEnded == true)
                news.Renew();
            NotebookSession now = session ?? Start();
            running = stop;
            news.Tell("busy");
            news.Begin(cell);
            return now;
        }
    }

    private void End(string cell, string code, CellOutcome outcome)
    {
        lock (gate)
        {
            running = null;
            news.End(cell, code, outcome.Error, outcome.Duration);
            if (outcome.SessionEnded)
            {
                session = null;
                news.Renew();
            }

            news.Tell(outcome.SessionEnded ? "off" : "ready", outcome.SessionEnded ? outcome.Error!.Message : "");
            idle.Restart();
        }
    }

    private NotebookSession Start()
    {
        session = spare.Take();
        news.Renew();
        news.Tell("starting");
        idle.Restart();
        return session;
    }

    private async Task StopAsync(string reason)
    {
        NotebookSession? old;
        lock (gate)
        {
            old = session;
            session = null;
            news.Renew();
            news.Tell("off", reason);
        }

        if (old is not null)
            await old.DisposeAsync().ConfigureAwait(false);
    }

    private async Task EndIdleAsync()
    {
        using IDisposable? turn = turns.TryTake();
        if (turn is not null)
            await StopAsync("Ended, since no cell ran for a while. Run the cells you need again.").ConfigureAwait(false);
    }

    private void Send(JsonObject message)
    {
        lock (gate)
            news.Send(message);
    }
}
