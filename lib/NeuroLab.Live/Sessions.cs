using System.Collections.Concurrent;

namespace NeuroLab.Live;

/// <summary>The sessions of all notebooks that are open.</summary>
/// <param name="options">How they are run.</param>
internal sealed class Sessions(LiveOptions options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LiveSession> open = new();
    private readonly SpareWorker spare = new(options.Folder, options.Idle);

    /// <summary>The session of a notebook.</summary>
    /// <param name="path">The notebook's file.</param>
    public LiveSession Of(string path) => open.GetOrAdd(path, _ => new LiveSession(spare, options));

    /// <summary>Ends all of them.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(open.Values.Select(session => session.DisposeAsync().AsTask())).ConfigureAwait(false);
        await spare.DisposeAsync().ConfigureAwait(false);
    }
}
