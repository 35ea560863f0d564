using NeuroLab.Tool.Fetching;

namespace NeuroLab.Tool.Tests.Fetching;

public sealed class FetchLinesTests
{
    [Fact]
    public async Task Lines_tell_the_remaining_time_from_what_has_come_in_this_run()
    {
        Clock clock = new();
        using StringWriter output = new() { NewLine = "\n" };
        FetchLines view = new(output, clock);
        RemoteFile file = new("a.gz", 10_000_000, "");

        await view.ShowAsync([file, file], () =>
        {
            IProgress<long> progress = view.Begin(file, kept: 4_000_000);
            clock.Seconds = 1;
            progress.Report(4_500_000);
            clock.Seconds = 3;
            progress.Report(6_000_000);
            clock.Seconds = 300;
            progress.Report(7_000_000);
            view.End(file, "fetched");
            view.End(file, "already there");
            return Task.CompletedTask;
        });

        Assert.Equal(
            """
            [1/2] a.gz: goes on after 4.0 MB
            [1/2] a.gz: 6.0 MB of 10.0 MB, 6 s left
            [1/2] a.gz: 7.0 MB of 10.0 MB, 5 min left
            [1/2] a.gz: fetched (10.0 MB)
            [2/2] a.gz: already there (10.0 MB)

            """, output.ToString());
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
