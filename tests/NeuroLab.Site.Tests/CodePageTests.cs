using AngleSharp.Html.Dom;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Tests;

public sealed class CodePageTests
{
    [Fact]
    public async Task Types_of_earlier_cells_are_known_in_later_ones()
    {
        IHtmlDocument page = await Exported.PageAsync(
            NotebookCell.Create(CellKind.Code, "record Dice(int A);"),
            NotebookCell.Create(CellKind.Code, "var dice = new Dice(3);"));
        Assert.Equal("Dice", page.QuerySelector("#cell-2 .t")!.TextContent);
    }

    [Fact]
    public async Task Types_of_the_library_are_known()
    {
        IHtmlDocument page = await Exported.CodePageAsync("using NeuroLab.Charts;\nvar figure = new Figure(\"Loss\");");
        Assert.Contains("Figure", page.QuerySelectorAll(".t").Select(name => name.TextContent));
    }

    [Fact]
    public async Task Solutions_know_the_cells_above_them()
    {
        IHtmlDocument page = await Exported.PageAsync(
            NotebookCell.Create(CellKind.Code, "record Dice(int A);"),
            NotebookCell.Create(CellKind.Markdown, "```csharp\nDice dice = new(3);\n```"));
        Assert.Equal("Dice", page.QuerySelector(".text .t")!.TextContent);
    }

    [Theory]
    [InlineData("#!import \"setup.dib\"")]
    [InlineData("#r \"nuget: MathNet.Numerics, 5.0.0\"")]
    [InlineData("#!time")]
    public async Task Lines_for_the_host_are_shown_as_such(string line)
    {
        IHtmlDocument page = await Exported.CodePageAsync(line + "\nvar x = 1;");
        Assert.Equal(line, page.QuerySelector(".p")!.TextContent);
        Assert.Equal("var", page.QuerySelector(".k")!.TextContent);
    }

    [Theory]
    [InlineData("if (a < b && c > d) { } // <b>\"quoted\"</b> 'x'")]
    [InlineData("var broken = (((")]
    [InlineData("string s = $\"{1 + 2} </code></pre>\";")]
    [InlineData("char 权 = '重';\r\n// zwei")]
    public async Task Code_reads_as_it_was_written(string code)
    {
        IHtmlDocument page = await Exported.CodePageAsync(code);
        Assert.Equal(code.ReplaceLineEndings("\n"), page.QuerySelector("#cell-1 code")!.TextContent);
    }

    [Fact]
    public async Task A_broken_cell_leaves_the_next_one_coloured()
    {
        IHtmlDocument page = await Exported.PageAsync(
            NotebookCell.Create(CellKind.Code, "void Half() { \""),
            NotebookCell.Create(CellKind.Code, "var x = 1;"));
        Assert.Equal("var", page.QuerySelector("#cell-2 .k")!.TextContent);
    }

    [Theory]
    [InlineData("01.2")]
    [InlineData("02b.1")]
    public async Task Exercise_stubs_are_marked(string id)
    {
        IHtmlDocument page = await Exported.CodePageAsync($"// Exercise {id}: choose a bias.\ndouble bias = 0;");
        Assert.Equal($"Exercise {id}", page.QuerySelector(".cell.exercise > .label")!.TextContent);
    }

    [Fact]
    public async Task A_cell_with_nothing_in_it_is_left_out()
    {
        IHtmlDocument page = await Exported.CodePageAsync("\n");
        Assert.Empty(page.QuerySelectorAll(".cell"));
    }

    [Fact]
    public async Task Colours_can_be_read_on_their_ground()
    {
        using var site = new Exported();
        await NeuroLab.Site.SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder);
        var colours = SiteColours.Read(site.Read("assets/site.css"));
        string[] onCode = ["ink", "k", "t", "m", "s", "e", "n", "c", "p"];
        string[] onPaper = ["ink", "quiet", "accent", "wrong"];
        Assert.All(onCode, name => Assert.All(colours.Contrasts(name, "code"), contrast => Assert.InRange(contrast, 4.5, 21)));
        Assert.All(onPaper, name => Assert.All(colours.Contrasts(name, "paper"), contrast => Assert.InRange(contrast, 4.5, 21)));
        Assert.All(colours.Contrasts("wrong", "wrong-paper"), contrast => Assert.InRange(contrast, 4.5, 21));
    }
}
