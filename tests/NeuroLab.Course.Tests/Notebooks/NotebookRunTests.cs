using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>What every notebook does when it runs.</summary>
public sealed class NotebookRunTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    public static TheoryData<string> Names => CourseNotebook.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_runs_with_no_exercise_tried_and_draws_charts_of_which_one_moves(string name)
    {
        NotebookResult result = await CourseRuns.OfAsync(name);

        AssertOk(result);
        if (WasSkipped(result))
            return;
        Assert.All(result.Exercises, exercise => Assert.Equal("not tried", exercise.State));
        Assert.InRange(result.Exercises.Count, 3, 6);
        Assert.InRange(result.Charts, 3, int.MaxValue);
        Assert.Contains(Charts(result), chart => chart.Contains("\"frames\":[{", StringComparison.Ordinal));
        Assert.All(Charts(result), chart => Assert.InRange(chart.Length, 1, 300_000));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_exercise_is_right_with_its_own_solution_and_all_other_cells_say_again_what_they_said_without(string name)
    {
        NotebookResult plain = await CourseRuns.OfAsync(name), solved = await CourseRuns.RunAsync(name, solve: true);

        AssertOk(solved);
        if (WasSkipped(solved))
            return;
        Assert.All(solved.Exercises, exercise => Assert.Equal("right", exercise.State));
        int[] taught = [.. plain.Document.Cells.Index().Where(cell => !CourseNotebook.IsStub(cell.Item) && !CourseNotebook.IsCheck(cell.Item)).Select(cell => cell.Index)];
        Assert.Equal(taught.Select(i => Written(plain, i)), taught.Select(i => Written(solved, i)));
    }

    private static string Written(NotebookResult result, int cell) => result.Document.Cells[cell].ToJson().ToJsonString();

    /// <summary>A notebook that says it is optional ends where it loads what is not built here, and says how to build it.</summary>
    private static bool WasSkipped(NotebookResult result)
    {
        if (result.Skipped is null)
            return false;
        Assert.Empty(result.Cells);
        Assert.Contains("dotnet build", result.Skipped, StringComparison.Ordinal);
        return true;
    }

    // What the session has to say about a cell, such as a name that stands for two things, is an error in a notebook of the course.
    private static void AssertOk(NotebookResult result) => Assert.All(result.Cells, cell =>
    {
        Assert.True(cell.Ok, $"Cell {cell.Index + 1} failed: {cell.Error?.Message}");
        Assert.DoesNotContain(cell.Outputs, output => output.StreamName == "stderr");
    });

    private static IEnumerable<string> Charts(NotebookResult result) => result.Cells
        .SelectMany(cell => cell.Outputs)
        .Select(output => output.Data?[Plotly]?.ToJsonString())
        .OfType<string>();
}
