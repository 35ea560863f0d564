using NeuroLab.Notebooks.Running;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>What every notebook does when it runs.</summary>
public sealed class NotebookRunTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    public static TheoryData<string> Names => CourseNotebook.RunNames;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_runs_with_no_exercise_tried_and_draws_charts_of_which_one_moves(string name)
    {
        NotebookResult result = await CourseRuns.OfAsync(name);

        AssertOk(result);
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
        Assert.All(solved.Exercises, exercise => Assert.Equal("right", exercise.State));
        int[] taught = [.. plain.Document.Cells.Index().Where(cell => !CourseNotebook.IsStub(cell.Item) && !CourseNotebook.IsCheck(cell.Item)).Select(cell => cell.Index)];
        Assert.Equal(taught.Select(i => Written(plain, i)), taught.Select(i => Written(solved, i)));
    }

    private static string Written(NotebookResult result, int cell) => result.Document.Cells[cell].ToJson().ToJsonString();

    // What the session has to say about a cell, such as a name that stands for two things, is an error in a notebook of the course.
    private static void AssertOk(NotebookResult result)
    {
        Assert.Null(result.Skipped);
        Assert.All(result.Cells, cell =>
        {
            Assert.True(cell.Ok, $"Cell {cell.Index + 1} failed: {cell.Error?.Message}");
            // Only what loads Plotly.NET may be passed over, and only where that is not built.
            Assert.True(cell.Skipped is null || !Repository.HasPlotlyNet, cell.Skipped);
            if (cell.Skipped is null)
                Assert.DoesNotContain(cell.Outputs, output => output.StreamName == "stderr");
        });
    }

    private static IEnumerable<string> Charts(NotebookResult result) => result.Cells
        .SelectMany(cell => cell.Outputs)
        .Select(output => output.Data?[Plotly]?.ToJsonString())
        .OfType<string>();
}
