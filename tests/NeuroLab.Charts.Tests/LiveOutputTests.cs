namespace NeuroLab.Charts.Tests;

public sealed class LiveOutputTests
{
    private readonly List<object> shown = [];
    private readonly Clock clock = new();

    [Fact]
    public void Updates_that_come_too_fast_are_left_out_but_never_the_last()
    {
        using (var live = Show("start"))
        {
            for (int i = 1; i <= 100; i++)
            {
                clock.Milliseconds += 10;
                live.Update(i);
            }
            live.Update("last");
        }

        Assert.Equal(["start", 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, "last"], shown);
    }

    [Fact]
    public void Completing_twice_shows_nothing_twice()
    {
        var live = Show("start");
        live.Update("end");
        live.Complete();
        live.Dispose();

        Assert.Equal(["start", "end"], shown);
    }

    [Fact]
    public void Without_a_host_each_update_is_a_line()
    {
        var console = Console.Out;
        var written = new StringWriter { NewLine = "\n" };
        Console.SetOut(written);
        try
        {
            using var live = new LiveOutput("one", null, clock);
            clock.Milliseconds += 200;
            live.Update("two");
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal("one\ntwo\n", written.ToString());
    }

    private LiveOutput Show(object value) => new(value, first =>
    {
        shown.Add(first);
        return shown.Add;
    }, clock);

    private sealed class Clock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }
}
