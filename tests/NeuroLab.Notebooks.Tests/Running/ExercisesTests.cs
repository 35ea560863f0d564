using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Notebooks.Tests.Running;

public sealed class ExercisesTests
{
    private const string Solution =
        "Look:\n\n<details><summary>Solution 01.2</summary>\n\nText.\n\n```csharp\nint a = 1;\nint b = 2;\n```\n\n```csharp\nother\n```\n</details>";

    [Theory]
    [InlineData("01.2")]
    [InlineData("02b.1")]
    public void The_solution_replaces_the_whole_stub(string id)
    {
        NotebookDocument document = Notebook(
            (CellKind.Code, $"// Exercise {id}: fill in\nint a = 0; // ?"), (CellKind.Markdown, Solution.Replace("01.2", id, StringComparison.Ordinal)));
        Assert.Equal([new ExerciseCells(id, 0, 1, "int a = 1;\nint b = 2;")], Exercises.Find(document, "n"));
        Exercises.Solve(document, "n");
        Assert.Equal("int a = 1;\nint b = 2;", document.Cells[0].Source);
    }

    [Fact]
    public void A_solution_without_exercise_is_refused() =>
        Assert.Contains("n, cell 1: solution 01.2 has no exercise.", Refusal((CellKind.Markdown, Solution)), StringComparison.Ordinal);

    [Fact]
    public void An_exercise_without_solution_is_refused() =>
        Assert.Contains("n, cell 1: exercise 01.2 has no solution.", Refusal((CellKind.Code, "// Exercise 01.2")), StringComparison.Ordinal);

    [Fact]
    public void A_solution_without_code_is_refused() => Assert.Contains("solution 01.2 has no code", Refusal(
        (CellKind.Code, "// Exercise 01.2"), (CellKind.Markdown, "<details><summary>Solution 01.2</summary>nothing</details>")), StringComparison.Ordinal);

    [Fact]
    public void The_same_exercise_or_solution_twice_is_refused()
    {
        Assert.Contains("and in cell 1 too", Refusal((CellKind.Code, "// Exercise 01.2"), (CellKind.Code, "// Exercise 01.2")), StringComparison.Ordinal);
        Assert.Contains("and in cell 2 too", Refusal(
            (CellKind.Code, "// Exercise 01.2"), (CellKind.Markdown, Solution), (CellKind.Markdown, Solution)), StringComparison.Ordinal);
    }

    private static string Refusal(params (CellKind, string)[] cells) =>
        Assert.Throws<ExerciseException>(() => Exercises.Solve(Notebook(cells), "n")).Message;

    private static NotebookDocument Notebook(params (CellKind Kind, string Source)[] cells)
    {
        NotebookDocument document = NotebookDocument.Create();
        foreach ((CellKind kind, string source) in cells)
            document.Cells.Add(NotebookCell.Create(kind, source));
        return document;
    }
}
