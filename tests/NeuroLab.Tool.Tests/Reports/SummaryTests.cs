using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Notebooks.Session;
using NeuroLab.Tool.Reports;
using NeuroLab.Tool.Running;
using Spectre.Console;

namespace NeuroLab.Tool.Tests.Reports;

public sealed class SummaryTests
{
    private static readonly NotebookRun[] Runs =
    [
        Run("01-neuron.ipynb"),
        Run("14-recurrence-权重.ipynb", new CellError("E", "too hot", [])),
        Run("17-plotly-net.ipynb", skipped: "It needs Plotly.NET."),
        new NotebookRun(new NotebookFile("18-broken.ipynb", null, "18-broken.ipynb: cut short."), null, "18-broken.ipynb: cut short."),
    ];

    [Theory]
    [InlineData(20, 2)]
    [InlineData(40, 2)]
    [InlineData(60, 4)]
    [InlineData(80, 6)]
    [InlineData(120, 9)]
    [InlineData(400, 9)]
    public void The_verdict_comes_first_and_is_never_cut(int width, int columns)
    {
        Table table = Summary.TableOf(Runs, width);
        string[] lines = Draw(table, width);
        Assert.Equal(columns, table.Columns.Count);
        Assert.All(["ok", "failed", "skipped", "not run"], verdict =>
            Assert.Single(lines, line => line.TrimStart().StartsWith(verdict + " ", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().GetCellWidth(), 0, width));
    }

    private static NotebookRun Run(string name, CellError? error = null, string? skipped = null)
    {
        NotebookDocument document = NotebookDocument.Create();
        CellResult cell = new(0, TimeSpan.FromSeconds(1), [], error);
        return new NotebookRun(new NotebookFile(name, document), new NotebookResult(name, TimeSpan.FromSeconds(2.5), [cell], 3, [], document) { Skipped = skipped }, null);
    }

    private static string[] Draw(Table table, int width)
    {
        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        console.Write(table);
        return text.ToString().ReplaceLineEndings("\n").Split('\n');
    }
}
