using NeuroLab.Course.Tests.Hosts;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Tests.Shared.Jupyter;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>What every notebook does when it runs.</summary>
public sealed class NotebookRunTests(Nbconvert nbconvert) : IClassFixture<Nbconvert>
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

    /// <summary>The solved notebook is run by nbconvert, so this holds Jupyter's kernel to what the session says; where there is no Jupyter, by a session.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_exercise_is_right_with_its_own_solution_and_all_other_cells_say_again_what_they_said_without(string name)
    {
        NotebookResult plain = await CourseRuns.OfAsync(name);
        AssertOk(plain);
        NotebookDocument solved = await SolvedAsync(name);

        ILookup<bool, int> cells = Enumerable.Range(0, solved.Cells.Count).Where(cell => solved.Cells[cell].Kind == CellKind.Code)
            .ToLookup(cell => CourseNotebook.IsStub(plain.Document.Cells[cell]) || CourseNotebook.IsCheck(plain.Document.Cells[cell]));
        NotebookOutput[] answers = [.. cells[true].SelectMany(cell => solved.Cells[cell].Outputs)];
        Assert.DoesNotContain(answers, output => output.Kind == OutputKind.Error || output.StreamName == "stderr");
        Assert.Equal(plain.Exercises.Select(exercise => exercise with { State = "right" }), ExerciseResult.Of(answers));
        Assert.All(cells[false], cell =>
        {
            (NotebookCell before, NotebookCell again) = (plain.Document.Cells[cell], solved.Cells[cell]);
            Assert.Null(HostDifference.Between([.. before.Outputs], [.. again.Outputs]));
            Assert.Equal(before.ExecutionCount, again.ExecutionCount);
        });
    }

    private async Task<NotebookDocument> SolvedAsync(string name)
    {
        if (InstalledKernel.SkipReason is not null)
            return (await CourseRuns.RunAsync(name, solve: true)).Document;
        CourseNotebook notebook = CourseNotebook.Load(name);
        NeuroLab.Notebooks.Running.Exercises.Solve(notebook.Document, notebook.Path);
        return await nbconvert.RunAsync(notebook.Document, name);
    }

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
