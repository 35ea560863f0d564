using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

/// <summary>Files that are wrong in a way that has one remedy are read, put right, and the repair is told.</summary>
public sealed class NotebookRepairTests
{
    private const string Good = """{"cell_type":"code","execution_count":null,"id":"x","metadata":{},"outputs":[],"source":[]}""";

    [Theory]
    [InlineData(Good, "cell 2: A cell above has the same id; this one gets a new one.")]
    [InlineData("""{"cell_type":"raw","metadata":{},"source":[]}""", "cell 2: The cell has no id; it gets one.")]
    [InlineData("""{"cell_type":"raw","id":null,"metadata":{},"source":[]}""", "cell 2: The cell has no id; it gets one.")]
    [InlineData("""{"cell_type":"raw","id":5,"metadata":{},"source":[]}""", "cell 2: The cell has no id; it gets one.")]
    [InlineData("""{"cell_type":"raw","id":"y","source":[]}""", "cell 2: The cell has no metadata; empty metadata was added.")]
    [InlineData("""{"cell_type":"raw","id":"y","metadata":null,"source":[]}""", "cell 2: The cell has no metadata; empty metadata was added.")]
    [InlineData("""{"cell_type":"code","id":"y","metadata":{},"source":[]}""", "cell 2: The code cell has no list of outputs; an empty one was added.")]
    [InlineData("""{"cell_type":"markdown","execution_count":1.5,"id":"y","metadata":{},"source":""}""", "cell 2: Only a code cell has outputs and an execution count; they were taken out.")]
    [InlineData("""{"cell_type":"markdown","outputs":[],"id":"y","metadata":{},"source":""}""", "cell 2: Only a code cell has outputs and an execution count; they were taken out.")]
    public void A_cell_is_put_right_and_that_is_told(string cell, string repair)
    {
        NotebookDocument document = Parse($$"""{"cells":[{{Good}},{{cell}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        Assert.Equal([repair], document.Repairs);
        Assert.Null(document.Cells[1].ExecutionCount);
        string saved = document.ToJson();
        NotebookDocument again = Parse(saved);
        Assert.Empty(again.Repairs);
        Assert.Equal(2, again.Cells.Select(part => part.Id).Distinct().Count());
        Assert.Equal(saved, again.ToJson());
    }

    [Theory]
    [InlineData("""{"cells":[],"nbformat":4,"nbformat_minor":5}""", "The notebook has no metadata; empty metadata was added.")]
    [InlineData("""{"cells":[],"metadata":{},"nbformat":4}""", "The notebook has no \"nbformat_minor\"; 5 was added.")]
    public void A_notebook_is_put_right_and_that_is_told(string json, string repair)
    {
        NotebookDocument document = Parse(json);
        Assert.Equal([repair], document.Repairs);
        Assert.Empty(Parse(document.ToJson()).Repairs);
    }

    [Fact]
    public void The_same_repair_in_many_cells_is_told_once()
    {
        string cells = string.Join(',', Enumerable.Repeat(Good, 12));
        Assert.Equal(
            ["cell 2, cell 3, cell 4, cell 5, cell 6, cell 7, cell 8, cell 9 and 3 more: A cell above has the same id; this one gets a new one."],
            Parse($$"""{"cells":[{{cells}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""").Repairs);
    }

    [Fact]
    public void What_an_older_format_does_not_have_is_no_mistake() =>
        Assert.Empty(Parse("""{"cells":[{"cell_type":"raw","metadata":{},"source":""}],"metadata":{},"nbformat":4,"nbformat_minor":4}""").Repairs);

    private static NotebookDocument Parse(string json) => NotebookDocument.Parse(json, "a.ipynb");
}
