namespace NeuroLab.Site;

/// <summary>Does a piece of work for a page that must not cost the page: with an end, a deep stack, and something to show instead.</summary>
/// <remarks>
/// What the parsers of others take for a text can't be told beforehand, and not all of them can be stopped. So each piece runs on a
/// thread of its own, which is left behind where it takes too long.
/// </remarks>
internal sealed class BoundedWork
{
    private const int StackSize = 64 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), LessPatience = TimeSpan.FromSeconds(3);

    private TimeSpan limit;

    /// <summary>Work for one page. After a piece that ran out of time the others have less of it, so that the page comes to an end.</summary>
    public BoundedWork()
        : this(Patience)
    {
    }

    internal BoundedWork(TimeSpan limit) => this.limit = limit;

    /// <summary>Does the work, or gives what to show instead.</summary>
    /// <param name="work">The work; it changes nothing but its result.</param>
    /// <param name="instead">Takes the reason, as the end of a sentence that began with "because".</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, T> work, Func<string, T> instead, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource();
        Task<T> result = Start(work, timer.Token);
        try
        {
            if (await IsDoneAsync(result, cancellationToken).ConfigureAwait(false))
                return await result.ConfigureAwait(false);
            await timer.CancelAsync().ConfigureAwait(false);
            string waited = HtmlText.Number((int)Math.Ceiling(limit.TotalSeconds));
            limit = limit < LessPatience ? limit : LessPatience;
            return instead($"it takes longer than {waited} s");
        }
        catch (InvalidDataException error)
        {
            return instead(error.Message.TrimEnd('.'));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return instead($"of an error: {error.Message.TrimEnd('.')}");
        }
    }

    // On a busy machine a clock says little: the time counts only where this process had the processor as long.
    private async Task<bool> IsDoneAsync(Task result, CancellationToken cancellationToken)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        TimeSpan wait = limit;
        do
        {
            Task first = await Task.WhenAny(result, Task.Delay(wait, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (first == result)
                return true;
            wait = limit / 10;
        }
        while (Environment.CpuUsage.TotalTime - before < limit);
        return false;
    }

    private static Task<T> Start<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Run()
        {
            try
            {
                result.SetResult(work(cancellation));
            }
            catch (Exception error)
            {
                result.SetException(error);
            }
        }

        new Thread(Run, StackSize) { IsBackground = true }.Start();
        return result.Task;
    }
}
