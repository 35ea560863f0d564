using NeuroLab.Tool.Reports;
using Spectre.Console;

namespace NeuroLab.Tool.Fetching;

/// <summary>Shows how far the files are while they are fetched.</summary>
internal abstract class FetchView
{
    /// <summary>Bars where a person watches a terminal, lines where the output goes to a file or another program.</summary>
    public static FetchView ForConsole() => Terminal.IsWatched && AnsiConsole.Profile.Capabilities.Ansi
        ? new FetchBars()
        : new FetchLines(Console.Out, TimeProvider.System);

    /// <summary>Shows the files as long as the work goes on.</summary>
    public abstract Task ShowAsync(IReadOnlyList<RemoteFile> files, Func<Task> work);

    /// <summary>Says that a file is begun.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kept">How many of its bytes an earlier run has left.</param>
    /// <returns>Where its bytes are reported to.</returns>
    public abstract IProgress<long> Begin(RemoteFile file, long kept);

    /// <summary>Says that a file is in place.</summary>
    public abstract void End(RemoteFile file, string how);

    /// <summary>Hands reports on at once, on the thread that makes them.</summary>
    protected sealed class Reporter(Action<long> report) : IProgress<long>
    {
        /// <inheritdoc/>
        public void Report(long value) => report(value);
    }
}
