using System.Diagnostics;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Worker;

/// <summary>
/// The tool's side of a session: runs cells in a process of their own, so that whatever a cell does, only that process ends.
/// </summary>
public sealed class NotebookSession : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);

    private readonly WorkerProcess worker;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private bool endIsTold;

    private NotebookSession(WorkerProcess worker) => this.worker = worker;

    /// <summary>Whether the worker is gone; a new session must be started then.</summary>
    public bool HasEnded => worker.Ended.IsCompleted;

    /// <summary>Completes when the worker has warmed up, or has ended.</summary>
    public Task ReadyAsync() => Task.WhenAny(worker.Ready, worker.Ended);

    /// <summary>Asks the user for a line when a cell reads from the console; null where nobody is there.</summary>
    public Func<Task<string?>>? Input { get; set; }

    /// <summary>Starts a worker. It warms up at once; there is no need to wait for it.</summary>
    /// <param name="folder">The notebook's folder: the worker's working folder.</param>
    /// <param name="options">How to start it.</param>
    /// <exception cref="FileNotFoundException">The worker's program is missing.</exception>
    public static NotebookSession Start(string folder, SessionOptions? options = null) =>
        new(WorkerProcess.Start(Path.GetFullPath(folder), options ?? new SessionOptions()));

    /// <summary>Tells of the notebook's cells, run or not, so that an error can say which of them declares what is missing.</summary>
    /// <param name="cells">The cells in order; those told before are forgotten.</param>
    public void Tell(IReadOnlyList<OtherCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        worker.Tell(cells);
    }

    /// <summary>Runs one cell. A cell that ends its worker, or does not end in time, is reported like one that throws.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="number">The number that stands beside it.</param>
    /// <param name="output">Receives its output while it runs.</param>
    /// <param name="timeout">How long it may take; null means as long as it wants. The start of the worker doesn't count.</param>
    /// <param name="cancellation">Ends the worker, as nothing else stops a cell.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; the session has ended.</exception>
    /// <exception cref="InvalidOperationException">The session has ended before, and a cell has been told why.</exception>
    /// <exception cref="TimeoutException">The worker has not started within three minutes.</exception>
    public async Task<CellOutcome> RunAsync(
        string code, int number, ICellOutput output, TimeSpan? timeout = null, CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (HasEnded)
                return await TellEndAsync(output).ConfigureAwait(false);
            // A worker that finds a cell waiting does not warm up. A cell with little time must not do that work in its own time.
            if (timeout is not null)
                await WaitForStartAsync(cancellation).ConfigureAwait(false);
            Task<CellError?> done = worker.RunAsync(code, number, output, Input);
            await WaitForStartAsync(cancellation).ConfigureAwait(false);
            Stopwatch watch = Stopwatch.StartNew();
            Task finished = await Task.WhenAny(done, worker.Ended, Task.Delay(timeout ?? Timeout.InfiniteTimeSpan, cancellation))
                .ConfigureAwait(false);
            if (done.IsCompleted)
                return new CellOutcome(await done.ConfigureAwait(false), watch.Elapsed, SessionEnded: false);
            endIsTold = true;
            if (finished == worker.Ended)
                return new CellOutcome(await worker.Ended.ConfigureAwait(false), watch.Elapsed, SessionEnded: true);

            await worker.KillAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            string message = FormattableString.Invariant(
                $"The cell did not finish within {timeout!.Value.TotalSeconds:0.###} s and was stopped, which ends the session. Where cells need longer: neurolab run --timeout SECONDS.");
            return new CellOutcome(new CellError("Timeout", message, [message]), watch.Elapsed, SessionEnded: true);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Asks the cell that runs to stop. Training does, and so does what shows or prints; a loop that does neither goes on.</summary>
    public void Interrupt() => worker.Interrupt();

    /// <summary>Answers a question about code that is being typed.</summary>
    /// <param name="question">One of the questions of <see cref="Session.Assistance.CodeAssistance"/>.</param>
    /// <param name="code">The text.</param>
    /// <param name="cursor">Where the cursor is.</param>
    /// <returns>The answer; empty where the session has ended.</returns>
    internal async Task<JsonObject> AskAsync(string question, string code, int cursor)
    {
        await oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            Task<JsonObject> answer = worker.AskAsync(question, code, cursor);
            await Task.WhenAny(answer, worker.Ended).ConfigureAwait(false);
            return answer.IsCompleted ? await answer.ConfigureAwait(false) : [];
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Ends the worker and whatever processes its cells have started.</summary>
    public async ValueTask DisposeAsync()
    {
        await worker.KillAsync().ConfigureAwait(false);
        worker.Dispose();
        oneAtATime.Dispose();
    }

    // The worker has ended while no cell ran, or with a cell before, which has said so.
    private async Task<CellOutcome> TellEndAsync(ICellOutput output)
    {
        if (endIsTold)
            throw new InvalidOperationException("The session has ended. Start a new one and run the cells above again.");
        endIsTold = true;
        CellError reason = await worker.Ended.ConfigureAwait(false);
        worker.ShowLate(output);
        return new CellOutcome(WorkerEnd.BeforeCell(reason), TimeSpan.Zero, SessionEnded: true);
    }

    // A busy machine starts a worker slowly, which is not the cell's fault: its time counts from when the worker is ready.
    private async Task WaitForStartAsync(CancellationToken cancellation)
    {
        Task started = Task.WhenAny(worker.Ready, worker.Ended);
        if (await Task.WhenAny(started, Task.Delay(StartTimeout, cancellation)).ConfigureAwait(false) == started)
            return;
        await worker.KillAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        throw new TimeoutException(
            $"The process that runs cells has not started within {StartTimeout.TotalMinutes:0} minutes. The machine may be short of memory or very busy: close other programs and try again.");
    }
}
