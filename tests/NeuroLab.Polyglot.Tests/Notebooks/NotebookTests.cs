using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Polyglot.Tests.Kernels;
using Xunit.Abstractions;

namespace NeuroLab.Polyglot.Tests.Notebooks;

/// <summary>Every notebook, cell by cell, as VS Code's Polyglot Notebooks runs it, beside the tool's own session.</summary>
public sealed class NotebookTests(ITestOutputHelper log)
{
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Repository.At("notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_cells_run_and_say_the_same_as_in_the_tools_session(string name)
    {
        string path = Path.Combine(Repository.At("notebooks"), name);
        NotebookDocument document = NotebookDocument.Load(path);
        NotebookResult session = await NotebookRunner.RunAsync(document, path, new RunOptions());
        using PolyglotKernel kernel = new();
        List<(int Cell, string Difference)> differences = [];
        foreach (CellResult cell in session.Cells)
        {
            IReadOnlyList<NotebookOutput> outputs = await kernel.RunAsync(document.Cells[cell.Index].Source);
            Assert.True(cell.Ok, $"Cell {cell.Index + 1} failed in the session: {cell.Error?.Message}");
            Assert.DoesNotContain(outputs, output => output.Kind == OutputKind.Error);
            if (HostDifference.Between(cell.Outputs, outputs) is { } difference)
                differences.Add((cell.Index + 1, difference));
        }

        log.WriteLine($"{name}: {session.Cells.Count} cells ran in both hosts, {differences.Count} differ");
        foreach (var (cell, difference) in differences)
            log.WriteLine($"  cell {cell}: {difference}");
        Assert.All(differences, difference => Assert.Equal(HostDifference.OwnView, difference.Difference));
    }
}
