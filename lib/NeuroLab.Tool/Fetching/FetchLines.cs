namespace NeuroLab.Tool.Fetching;

/// <summary>A plain line when a file is in place, and one every few seconds until then.</summary>
internal sealed class FetchLines(TextWriter output, TimeProvider clock) : FetchView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private int done;
    private int total;

    /// <inheritdoc/>
    public override Task ShowAsync(IReadOnlyList<RemoteFile> files, Func<Task> work)
    {
        total = files.Count;
        return work();
    }

    /// <inheritdoc/>
    public override IProgress<long> Begin(RemoteFile file, long kept)
    {
        Pace pace = new(file.Size, kept, clock);
        TimeSpan next = Interval;
        if (kept > 0)
            Write(file, $"goes on after {Text.Size(kept)}");
        return new Reporter(bytes =>
        {
            if (pace.Elapsed < next)
                return;
            next = pace.Elapsed + Interval;
            Write(file, pace.Describe(bytes));
        });
    }

    /// <inheritdoc/>
    public override void End(RemoteFile file, string how)
    {
        Write(file, $"{how} ({Text.Size(file.Size)})");
        done++;
    }

    private void Write(RemoteFile file, string what) => output.WriteLine($"[{Text.Number(done + 1)}/{Text.Number(total)}] {file.Name}: {what}");
}
