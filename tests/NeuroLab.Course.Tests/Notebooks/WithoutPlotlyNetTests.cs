using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>The notebooks that load Plotly.NET, in a folder from which no build of it is found.</summary>
public sealed class WithoutPlotlyNetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_cell_of_03_is_passed_over_17_is_skipped_and_no_other_loads_it()
    {
        string[] loading = [.. ((IEnumerable<object[]>)CourseNotebook.Names).Select(row => (string)row[0])
            .Where(name => CourseNotebook.Load(name).CodeCells.Any(cell => cell.Source.Contains("PlotlyNet", StringComparison.Ordinal)))];

        Assert.Equal(["03-how-weights-change.ipynb", "17-plotly-net.ipynb"], loading);
        NotebookResult one = await RunAsync(loading[0]), other = await RunAsync(loading[1]);

        Assert.True(one.Ok);
        Assert.Null(one.Skipped);
        Assert.Contains("dotnet build lib/NeuroLab.PlotlyNet", Assert.Single(one.Cells, cell => cell.Skipped is not null).Skipped, StringComparison.Ordinal);
        Assert.Equal(one.Document.Cells.Count(cell => cell.Kind == CellKind.Code), one.Cells.Count);
        Assert.True(other.Ok);
        Assert.Contains("dotnet build lib/NeuroLab.PlotlyNet", other.Skipped, StringComparison.Ordinal);
        Assert.Empty(other.Cells);
    }

    private Task<NotebookResult> RunAsync(string name)
    {
        File.Copy(Path.Combine(CourseNotebook.Folder, "setup.dib"), folder.At("setup.dib"), overwrite: true);
        return NotebookRunner.RunAsync(CourseNotebook.Load(name).Document, folder.At(name), new RunOptions());
    }
}
