using System.Collections.Concurrent;

namespace NeuroLab.Live;

/// <summary>The sessions of all notebooks that are open.</summary>
/// <param name="options">How they are run.</param>
internal sealed class Sessions(LiveOptions options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LiveSession> open = new();

    /// <summary>The session of a notebook.</summary>
    /// <param name="path">The notebook's file.</param>
    public LiveSession Of(string path) => open.GetOrAdd(path, file => new LiveSession(Path.GetDirectoryName(file)!, options));

    /// <summary>Ends all of them.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(open.Values.Select(session => session.DisposeAsync().AsTask())).ConfigureAwait(false);
}
