namespace NeuroLab.Live;

/// <summary>Ends what nobody has used for a while.</summary>
/// <param name="patience">How long a while is.</param>
/// <param name="end">Ends it.</param>
internal sealed class IdleClock(TimeSpan patience, Func<Task> end) : IAsyncDisposable
{
    private readonly Timer timer = new(_ => _ = end());

    /// <summary>It is used now.</summary>
    public void Restart() => timer.Change(patience, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync() => timer.DisposeAsync();
}
