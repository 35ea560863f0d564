namespace NeuroLab.Charts;

/// <summary>
/// An output that changes while a cell runs: a progress line, a loss curve that grows.
/// </summary>
/// <remarks>
/// Each notebook host has its own way to change an output, so the host supplies <see cref="Host"/>. Where there is none, as in
/// a console program, each update is written as a line.
/// Updates that come faster than a reader can follow are left out; the last one is shown by <see cref="Complete"/> or Dispose.
/// </remarks>
/// <example>
/// <code>
/// using (var live = LiveOutput.Show("starting"))
///     for (int epoch = 1; epoch &lt;= 50; epoch++)
///         live.Update($"epoch {epoch}");
/// </code>
/// </example>
public sealed class LiveOutput : IDisposable
{
    /// <summary>The shortest time between two updates that are both shown.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Action<object> replace;
    private readonly TimeProvider clock;
    private long lastShown;
    private object? waiting;

    internal LiveOutput(object value, Func<object, Action<object>>? host, TimeProvider clock)
    {
        this.clock = clock;
        replace = (host ?? ShowInConsole)(value);
        lastShown = clock.GetTimestamp();
    }

    /// <summary>Shows a value and returns what replaces it by another. Supplied by the notebook host; null in a console.</summary>
    public static Func<object, Action<object>>? Host { get; set; }

    /// <summary>Shows a value that can be updated.</summary>
    /// <param name="value">What to show first: a text, a figure, anything the host can show.</param>
    public static LiveOutput Show(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new LiveOutput(value, Host, TimeProvider.System);
    }

    /// <summary>Shows another value in place of the last, unless the last was shown only a moment ago.</summary>
    /// <param name="value">What to show now.</param>
    public void Update(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (gate)
        {
            if (clock.GetElapsedTime(lastShown) < Interval)
            {
                waiting = value;
                return;
            }
            ShowNow(value);
        }
    }

    /// <summary>Shows the last value, if it was held back.</summary>
    public void Complete()
    {
        lock (gate)
        {
            if (waiting is not null)
                ShowNow(waiting);
        }
    }

    /// <summary>Shows the last value, if it was held back.</summary>
    public void Dispose() => Complete();

    private void ShowNow(object value)
    {
        waiting = null;
        replace(value);
        lastShown = clock.GetTimestamp();
    }

    private static Action<object> ShowInConsole(object value)
    {
        Console.WriteLine(value);
        return Console.WriteLine;
    }
}
