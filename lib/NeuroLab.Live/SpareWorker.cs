using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Live;

/// <summary>A worker that waits for the notebook whose cells are wanted next, so that its first cell need not wait for one to start.</summary>
internal sealed class SpareWorker : IAsyncDisposable
{
    private readonly string folder;
    private readonly IdleClock idle;
    private readonly Lock gate = new();
    private NotebookSession? waiting;
    private bool isClosed;

    /// <param name="folder">The folder of the notebooks.</param>
    /// <param name="patience">How long it may wait before it is ended.</param>
    public SpareWorker(string folder, TimeSpan patience)
    {
        this.folder = folder;
        idle = new IdleClock(patience, EndAsync);
    }

    /// <summary>Whether one waits.</summary>
    public bool IsWaiting
    {
        get
        {
            lock (gate)
                return waiting is { HasEnded: false };
        }
    }

    /// <summary>Starts one, unless one waits already.</summary>
    public void Prepare()
    {
        lock (gate)
        {
            if (isClosed || waiting is { HasEnded: false })
                return;
            waiting = NotebookSession.Start(folder);
            idle.Restart();
        }
    }

    /// <summary>The one that waits, or a new one.</summary>
    public NotebookSession Take()
    {
        NotebookSession? taken = Remove();
        return taken is { HasEnded: false } ? taken : NotebookSession.Start(folder);
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
            isClosed = true;
        await EndAsync().ConfigureAwait(false);
        await idle.DisposeAsync().ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        if (Remove() is { } old)
            await old.DisposeAsync().ConfigureAwait(false);
    }

    private NotebookSession? Remove()
    {
        lock (gate)
        {
            NotebookSession? taken = waiting;
            waiting = null;
            return taken;
        }
    }
}
