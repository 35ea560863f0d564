using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Notebooks.Tests.Session;

/// <summary>A running session that tests send cells to.</summary>
public sealed class CellLab : IAsyncDisposable
{
    private readonly NotebookSession session;
    private readonly OutputCollector collector;
    private int number;

    public CellLab()
        : this(null)
    {
    }

    internal CellLab(string? folder, SessionOptions? options = null)
    {
        collector = new OutputCollector(Notes.Add);
        session = NotebookSession.Start(folder ?? Path.GetTempPath(), options);
    }

    internal List<string> Notes { get; } = [];

    internal bool HasEnded => session.HasEnded;

    internal int LastNumber => number;

    internal void Tell(IReadOnlyList<OtherCell> cells) => session.Tell(cells);

    /// <summary>Runs a cell.</summary>
    internal async Task<(IReadOnlyList<NotebookOutput> Outputs, CellOutcome Outcome)> RunAsync(string code, double seconds = 30)
    {
        collector.Begin(++number);
        CellOutcome outcome = await session.RunAsync(code, number, collector, TimeSpan.FromSeconds(seconds));
        return (collector.End(null), outcome);
    }

    /// <summary>Runs a cell that must pass, and gives its outputs.</summary>
    internal async Task<IReadOnlyList<NotebookOutput>> OutputsAsync(string code, double seconds = 30)
    {
        (IReadOnlyList<NotebookOutput> outputs, CellOutcome outcome) = await RunAsync(code, seconds);
        Assert.True(outcome.Error is null, outcome.Error?.ToString());
        return outputs;
    }

    /// <summary>Runs a cell that must pass, and gives the plain text of its outputs, joined.</summary>
    internal async Task<string> TextAsync(string code, double seconds = 30) =>
        string.Concat((await OutputsAsync(code, seconds)).Select(output => output.Text ?? output.GetText("text/plain") ?? output.GetText("text/html")));

    /// <summary>Runs a cell that must fail, and gives its error.</summary>
    internal async Task<CellError> ErrorAsync(string code, double seconds = 30)
    {
        CellError? error = (await RunAsync(code, seconds)).Outcome.Error;
        Assert.NotNull(error);
        return error;
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
