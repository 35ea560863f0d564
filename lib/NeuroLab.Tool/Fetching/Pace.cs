namespace NeuroLab.Tool.Fetching;

/// <summary>Says how far a file has come and how long the rest will take.</summary>
/// <param name="size">The bytes of the whole file.</param>
/// <param name="kept">Those that were there from the start: they took no time, and say nothing of the network.</param>
/// <param name="clock">What time is taken from.</param>
internal sealed class Pace(long size, long kept, TimeProvider clock)
{
    private readonly long start = clock.GetTimestamp();

    /// <summary>The time since the start.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(start);

    /// <summary>For example <c>4.2 MB of 9.9 MB, 7 s left</c>; the time is left out where it can't be known yet.</summary>
    public string Describe(long done) => $"{Text.Size(done)} of {Text.Size(size)}" + (Left(done) is { } left ? $", {Text.Left(left)} left" : "");

    // A server that ignores ranges, or a wrong checksum, makes a file begin anew: then all that is there has just come.
    private TimeSpan? Left(long done)
    {
        long came = done > kept ? done - kept : done;
        return came > 0 && Elapsed >= TimeSpan.FromSeconds(0.5) ? Elapsed * ((double)(size - done) / came) : null;
    }
}
