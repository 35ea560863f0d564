using Spectre.Console;

namespace NeuroLab.Tool.Fetching;

/// <summary>A bar for each file.</summary>
internal sealed class FetchBars : FetchView
{
    private readonly Dictionary<RemoteFile, ProgressTask> bars = [];

    /// <inheritdoc/>
    public override Task ShowAsync(IReadOnlyList<RemoteFile> files, Func<Task> work) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async context =>
        {
            foreach (RemoteFile file in files)
                bars[file] = context.AddTask(Markup.Escape(file.Name), autoStart: false, maxValue: file.Size);
            await work().ConfigureAwait(false);
        });

    /// <inheritdoc/>
    public override IProgress<long> Begin(RemoteFile file, long kept)
    {
        Pace pace = new(file.Size, kept, TimeProvider.System);
        ProgressTask bar = bars[file];
        bar.StartTask();
        bar.Value = kept;
        return new Reporter(done =>
        {
            bar.Value = done;
            bar.Description = $"{Markup.Escape(file.Name)} [grey]{pace.Describe(done)}[/]";
        });
    }

    /// <inheritdoc/>
    public override void End(RemoteFile file, string how)
    {
        ProgressTask bar = bars[file];
        bar.Value = bar.MaxValue;
        bar.Description = $"{Markup.Escape(file.Name)} [green]{how}[/]";
        bar.StopTask();
    }
}
