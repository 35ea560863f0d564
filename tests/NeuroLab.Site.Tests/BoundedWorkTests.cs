namespace NeuroLab.Site.Tests;

[Collection(nameof(TimeLimited))]
public sealed class BoundedWorkTests
{
    [Fact]
    public async Task Work_that_takes_too_long_gives_what_to_show_instead_and_is_told_to_stop()
    {
        var work = new BoundedWork(TimeSpan.FromMilliseconds(50));
        using var stopped = new ManualResetEventSlim();
        string shown = await work.RunAsync(
            stop =>
            {
                while (!stop.IsCancellationRequested)
                    Thread.SpinWait(1000);
                stopped.Set();
                return "done";
            },
            reason => reason, default);
        Assert.Equal("it takes longer than 1 s", shown);
        Assert.True(stopped.Wait(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Work_that_fails_gives_the_reason() => Assert.Equal(
        "of an error: no.json is not there",
        await new BoundedWork().RunAsync<string>(_ => throw new FileNotFoundException("no.json is not there."), reason => reason, default));

    [Fact]
    public async Task Work_has_a_stack_for_deep_recursion() =>
        Assert.Equal(100_000, await new BoundedWork().RunAsync(_ => Depth(100_000), _ => 0, default));

    [Fact]
    public async Task Cancelling_ends_the_waiting()
    {
        using var cancel = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new BoundedWork().RunAsync(
            stop => { Thread.Sleep(2000); return 1; }, _ => 0, cancel.Token));
    }

    private static int Depth(int left) => left == 0 ? 0 : 1 + Depth(left - 1);
}
