namespace NeuroLab.Live;

/// <summary>Lets one be at work at a time; the others wait for their turn.</summary>
internal sealed class Turns : IDisposable
{
    private readonly SemaphoreSlim free = new(1);

    /// <summary>Waits for a turn, which ends when the result is disposed of.</summary>
    public async Task<IDisposable> TakeAsync()
    {
        await free.WaitAsync().ConfigureAwait(false);
        return new Turn(free);
    }

    /// <summary>A turn, if nobody is at work; else null.</summary>
    public IDisposable? TryTake() => free.Wait(0) ? new Turn(free) : null;

    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
