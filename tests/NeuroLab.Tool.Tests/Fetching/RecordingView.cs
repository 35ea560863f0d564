using NeuroLab.Tool.Fetching;

namespace NeuroLab.Tool.Tests.Fetching;

/// <summary>Keeps what it is told.</summary>
internal sealed class RecordingView(Action<long>? onBytes = null) : FetchView
{
    public Dictionary<string, string> Ended { get; } = [];

    public override Task ShowAsync(IReadOnlyList<RemoteFile> files, Func<Task> work) => work();

    public override IProgress<long> Begin(RemoteFile file, long kept) => new Reporter(onBytes ?? (_ => { }));

    public override void End(RemoteFile file, string how) => Ended[file.Name] = how;
}
