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
    [InlineData("00-start-here.ipynb")]
    [InlineData("01-neuron.ipynb")]
    [InlineData("02b-slopes.ipynb")]
    public async Task A_notebook_runs_cell_by_cell_with_no_kernel_chosen_and_its_charts_are_drawn(string name)
    {
        await Window.OpenAsync(name);
        int cells = bench.Read(name).Cells.Count;
        await Window.ToFirstCellAsync(cells);
        // At the last one, a text, the key would add a cell.
        for (int cell = 1; cell < cells; cell++)
        {
            await Window.IsAtAsync(cell, cells);
            await Window.Page.Keyboard.PressAsync("Shift+Enter");
        }

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
    public async Task A_result_under_a_question_is_shown_once_the_reader_has_said_what_he_expects_or_wants_to_see_it()
    {
        bench.Write("predict.ipynb", "md:**Predict, then run.** How much is it?", "Console.WriteLine(\"half\"); 6 * 7", "md:No question.", "5 * 5",
            "md:**Predict, then run.** And this?", "3 * 333", "md:**Predict, then run.** And this?", "int.Parse(\"word\")");
        await Window.OpenAsync("predict.ipynb");
        await Window.ToolbarAsync("Run All");
        ILocator forms = Window.Outputs.Locator(".neurolab-question");
        await Assertions.Expect(Window.Outputs.GetByText("25", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Window.Outputs.GetByText("FormatException").First).ToBeVisibleAsync();
        await Assertions.Expect(forms).ToHaveCountAsync(2);
        await Assertions.Expect(Window.Outputs.GetByText("42", new() { Exact = true })).ToHaveCountAsync(0);
        await Window.ShotAsync("question");
        await forms.First.GetByRole(AriaRole.Textbox).FillAsync("some forty");
        await forms.First.GetByText("Keep it, and show the result").ClickAsync();
        await Assertions.Expect(Window.Outputs.GetByText("42", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Window.Outputs.GetByText("half")).ToBeVisibleAsync();
        await Assertions.Expect(Window.Below("You expected: some forty")).ToBeVisibleAsync();
        await Assertions.Expect(forms).ToHaveCountAsync(1);
        await Window.ShotAsync("predict");
        // Opened again the question stands there without what it kept back, so the cell runs for the answer.
        await Window.SavedAsync(() => (string?)bench.Read("predict.ipynb").Cells[1].Metadata["neurolab"]?["prediction"] == "some forty");
        await Window.OpenAsync("predict.ipynb");
        await forms.GetByText("Just show it").ClickAsync();
        await Assertions.Expect(Window.Outputs.GetByText("999", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(forms).ToHaveCountAsync(0);
        // The button that was clicked is gone, and with it the keyboard's focus.
        await Window.ClickAsync(0);
        await Window.SavedAsync(() => (string?)bench.Read("predict.ipynb").Cells[5].Metadata["neurolab"]?["prediction"] == "");
    }

    private async Task AnswerAsync(string answer)
    {
        await Window.WriteAsync(1, $"// Exercise 01.1: z\nFunc<double[], double[], double, double> z = {answer};");
        await Window.Below("Check").ClickAsync();
    }
}
