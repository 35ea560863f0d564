using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Workbench;

namespace NeuroLab.VsCode.Tests;

/// <summary>The course in VS Code's own workbench, with the extension as it is installed.</summary>
[Collection(Workbench.Name)]
public sealed class CourseTests(Workbench bench)
{
    private Window Window => bench.Window;

    [WorkbenchTheory]
    [InlineData("01-neuron.ipynb")]
    public async Task A_notebook_runs_cell_by_cell_with_no_kernel_chosen_and_its_charts_are_drawn(string name)
    {
        await Window.OpenAsync(name);
        int cells = bench.Read(name).Cells.Count;
        await Window.CommandAsync("Notebook: Focus First Cell");
        // At the last one, a text, the key would add a cell.
        for (int i = 0; i < cells - 1; i++)
            await Window.Page.Keyboard.PressAsync("Shift+Enter");
        await Window.SavedAsync(() => bench.Read(name).Cells.Where(cell => cell.Kind == CellKind.Code).All(cell => cell.ExecutionCount is not null));
        NotebookDocument saved = bench.Read(name);
        Assert.DoesNotContain(saved.Cells.SelectMany(cell => cell.Outputs), output => output.Kind == OutputKind.Error);
        int charts = saved.Cells.SelectMany(cell => cell.Outputs).Count(output => output.Data?["application/vnd.plotly.v1+json"] is not null);
        Assert.True(charts > 1, $"{charts} charts");
        await Window.FindChartAsync(cells);
        Assert.Equal(0, await Window.Outputs.Locator(".neurolab-chart[data-state=failed]").CountAsync());
        await Window.ShotAsync(Path.GetFileNameWithoutExtension(name));
        // Nothing else was written into the file: clean again, it is the course's own.
        Assert.Equal(NotebookDocument.Load(Repository.At($"notebooks/{name}")).ToJson(), NotebookCleaner.Clean(saved).ToJson());
    }

    [WorkbenchFact]
    public async Task A_chart_has_its_slider_and_is_drawn_again_when_the_saved_notebook_is_opened_again()
    {
        bench.Write("chart.ipynb", "#!import \"setup.dib\"",
            "Chart.Animate([.. Enumerable.Range(1, 5).Select(k => ($\"step {k}\", Chart.Line([1f, 2, 3 * k], \"grows\")))], \"A line that grows\")");
        await Window.OpenAsync("chart.ipynb");
        await Window.ToolbarAsync("Run All");
        await Assertions.Expect(Window.Outputs.Locator(".neurolab-chart[data-state=ready]")).ToBeVisibleAsync();
        await Window.ShotAsync("chart");
        ILocator lines = Window.Outputs.Locator(".cartesianlayer");
        string before = await lines.InnerHTMLAsync();
        await Window.Outputs.Locator(".nl-controls input[type=range]").EvaluateAsync("range => { range.value = 4; range.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(Window.Outputs.Locator(".nl-controls output")).ToHaveTextAsync("step 5");
        await Assertions.Expect(lines).Not.ToHaveJSPropertyAsync("innerHTML", before);
        await Window.SavedAsync(() => bench.Read("chart.ipynb").Cells[1].Outputs.Count == 1);
        await Window.OpenAsync("chart.ipynb");
        await Assertions.Expect(Window.Outputs.Locator(".neurolab-chart[data-state=ready]")).ToBeVisibleAsync();
    }

    [WorkbenchFact]
    public async Task An_exercise_that_is_solved_is_right_and_counted_in_the_tree_of_the_course()
    {
        bench.Write("05-exercise.ipynb", "md:# Try it\n\n**Time:** 5 minutes.", "#!import \"setup.dib\"",
            "// Exercise 01.1: z\nFunc<double[], double[], double, double> z = null;", "NeuronExercises.WeightedSum(z)");
        await Window.OpenAsync("05-exercise.ipynb");
        await Window.Below("Check").ClickAsync();
        await Assertions.Expect(Window.Outputs.Locator(".neurolab-check.not-tried")).ToBeVisibleAsync();
        await Window.Below("Hint").ClickAsync();
        await Assertions.Expect(Window.Message("in place of null")).ToBeVisibleAsync();
        await AnswerAsync("(x, w, b) => 0");
        await Assertions.Expect(Window.Outputs.Locator(".neurolab-check.not-yet")).ToBeVisibleAsync();
        await Window.Below("Hint").ClickAsync();
        await Assertions.Expect(Window.Message("Exercise 01.1, not yet: ")).ToBeVisibleAsync();
        await Window.ShotAsync("hint");
        await AnswerAsync("(x, w, b) => x.Zip(w, (a, c) => a * c).Sum() + b");
        await Assertions.Expect(Window.Outputs.Locator(".neurolab-check.right")).ToBeVisibleAsync();
        await Assertions.Expect(Window.Below("Right")).ToBeVisibleAsync();
        await Assertions.Expect(Window.Below("Hint")).ToHaveCountAsync(0);
        await Window.CommandAsync("View: Show NeuroLab");
        await Assertions.Expect(Window.Page.GetByRole(AriaRole.Treeitem).Filter(new() { HasText = "Try it" })).ToContainTextAsync("5 min · 1 of 1 right");
        await Window.ShotAsync("exercise");
    }

    [WorkbenchFact]
    public async Task What_is_expected_under_a_question_is_kept_with_the_cell()
    {
        bench.Write("predict.ipynb", "md:**Predict, then run.** How much is it?", "6 * 7", "md:No question.", "5 * 5");
        await Window.OpenAsync("predict.ipynb");
        await Assertions.Expect(Window.Below("Predict")).ToHaveCountAsync(1);
        await Window.Below("Predict").ClickAsync();
        await Window.Page.GetByText("What do you expect?").WaitForAsync();
        await Window.Page.Keyboard.TypeAsync("some forty");
        await Window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Window.Below("You expected: some forty")).ToBeVisibleAsync();
        await Window.ShotAsync("predict");
        await Window.SavedAsync(() => (string?)bench.Read("predict.ipynb").Cells[1].Metadata["neurolab"]?["prediction"] == "some forty");
    }

    private async Task AnswerAsync(string answer)
    {
        await Window.WriteAsync(1, $"// Exercise 01.1: z\nFunc<double[], double[], double, double> z = {answer};");
        await Window.Below("Check").ClickAsync();
    }
}
