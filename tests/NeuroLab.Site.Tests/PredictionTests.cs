using AngleSharp.Html.Dom;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Tests;

/// <summary>Under a question that asks for a prediction the answer waits until the reader asks for it.</summary>
public sealed class PredictionTests
{
    private const string Question = "Sigmoid, then ReLU.\n\n**Predict, then run.** Which of them is steeper at 0?";

    [Fact]
    public async Task What_comes_out_below_a_question_is_folded()
    {
        IHtmlDocument page = await Exported.PageAsync(Text(Question), Code(Printed("ReLU")));
        var outcome = (IHtmlDetailsElement)page.QuerySelector(".cell > details.outcome")!;
        Assert.False(outcome.IsOpen);
        Assert.Equal("ReLU", outcome.QuerySelector(".outputs .stream pre")!.TextContent.Trim());
        Assert.Null(outcome.QuerySelector(".code"));
    }

    [Fact]
    public async Task Only_the_cell_right_below_is_asked_about()
    {
        IHtmlDocument page = await Exported.PageAsync(Text(Question), Code(Printed("ReLU")), Code(Printed("next")), Text("No question."), Code(Printed("last")));
        Assert.Single(page.QuerySelectorAll("details.outcome"));
        Assert.NotNull(page.QuerySelector("#cell-1 details.outcome"));
    }

    [Fact]
    public async Task An_error_is_never_folded()
    {
        IHtmlDocument page = await Exported.PageAsync(Text(Question), Code(NotebookOutput.Error("Exception", "It stopped.", [])));
        Assert.Empty(page.QuerySelectorAll("details.outcome"));
        Assert.Contains("It stopped.", page.QuerySelector(".outputs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_shows_nothing_folds_nothing() =>
        Assert.Empty((await Exported.PageAsync(Text(Question), Code())).QuerySelectorAll("details.outcome"));

    private static NotebookCell Text(string markdown) => NotebookCell.Create(CellKind.Markdown, markdown);

    private static NotebookCell Code(params NotebookOutput[] outputs)
    {
        var cell = NotebookCell.Create(CellKind.Code, "Compare()");
        foreach (NotebookOutput output in outputs)
            cell.Outputs.Add(output);
        return cell;
    }

    private static NotebookOutput Printed(string text) => NotebookOutput.Stream("stdout", text);
}
