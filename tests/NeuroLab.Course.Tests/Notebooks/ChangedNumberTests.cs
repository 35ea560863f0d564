using NeuroLab.Course.Tests.Claims;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>A reader changes numbers: the notebook goes on and draws what it drew, and says which claims are no longer true.</summary>
public sealed class ChangedNumberTests
{
    [Theory]
    [InlineData(
        "00-start-here.ipynb",
        "rows = 8 -> rows = 3", "Take(24) -> Take(5)", "Split(0.8 -> Split(0.1", "NewModel(32, seed: 42); -> NewModel(2, seed: 5);", "learningRate: 0.1f -> learningRate: 3f",
        "Epochs: 15 -> Epochs: 2", "chosen = 10 -> chosen = 7", "width = 32 -> width = 1", "passes = 8 -> passes = 3")]
    [InlineData(
        "02-weight-shapes.ipynb",
        "Glyphs(64 -> Glyphs(12", "mark[0, 10, 14] -> mark[0, 20, 3]", "Twister(1)) -> Twister(11))", "Glyphs(500 -> Glyphs(60", "0.02f -> 2f", "Epochs: 20 -> Epochs: 2",
        "Conv2d(8, 12, 3 -> Conv2d(8, 4, 3", "{ 4, 5, 6 } -> { 4, 5, 0 }")]
    [InlineData(
        "06-backpropagation.ipynb",
        "y = 5; -> y = -3;", "w = 0.5, -> w = 2,", "h = 1e-4 -> h = 1", "7 * i + 1 -> 5 * i", "0.2 * v.Grad -> 20 * v.Grad", "step <= 200 -> step <= 60", "{ 3, -1, 1 } -> { 300, -1, 1 }",
        "Num shared = 0.5 -> Num shared = -1.5", "at = 0.5 -> at = 3")]
    public async Task Changed_numbers_stop_no_cell_and_every_chart_is_drawn(string name, params string[] changes)
    {
        CourseNotebook changed = CourseNotebook.Load(name);
        foreach (string change in changes)
            Change(changed, change);
        NotebookCell first = changed.TeachingCells.First();
        first.Source = $"{first.Source.Split('\n')[0]}\nEnvironment.SetEnvironmentVariable(\"{StrictClaims.Variable}\", null);\n{first.Source[(first.Source.IndexOf('\n', StringComparison.Ordinal) + 1)..]}";

        NotebookResult result = await NotebookRunner.RunAsync(changed.Document, changed.Path, new RunOptions { KeepGoing = true });

        Assert.All(result.Cells, cell => Assert.True(cell.Ok, $"Cell {cell.Index + 1} failed: {cell.Error?.Message}"));
        Assert.Equal((await CourseRuns.OfAsync(name)).Charts, result.Charts);
        Assert.Contains(result.Cells, cell => cell.Outputs.Any(output => output.Text?.Contains("ith these numbers: ", StringComparison.Ordinal) == true));
    }

    /// <summary>Makes one change, <c>what stands there -> what stands there then</c>, in the first teaching cell that holds it.</summary>
    private static void Change(CourseNotebook notebook, string change)
    {
        string[] sides = change.Split(" -> ");
        NotebookCell? cell = notebook.TeachingCells.FirstOrDefault(cell => cell.Source.Contains(sides[0], StringComparison.Ordinal));
        Assert.True(cell is not null, $"No cell holds \"{sides[0]}\" any more. Give the test another number to change.");
        int at = cell.Source.IndexOf(sides[0], StringComparison.Ordinal);
        cell.Source = cell.Source[..at] + sides[1] + cell.Source[(at + sides[0].Length)..];
    }
}
