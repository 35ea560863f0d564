using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NeuroLab.Site.Tests;

public sealed class MarkdownPageTests
{
    [Fact]
    public async Task Formulas_stand_in_the_page_as_their_latex()
    {
        IHtmlDocument page = await Exported.TextPageAsync("The sum $a < b_1$ and\n\n$$\n\\sum_i w_i\n$$\n");
        Assert.Equal("a < b_1", page.QuerySelector("p .math")!.TextContent);
        Assert.Equal(@"\sum_i w_i", page.QuerySelector(".math.display")!.TextContent);
    }

    [Fact]
    public async Task Dollars_in_code_are_no_formulas()
    {
        IHtmlDocument page = await Exported.TextPageAsync("`$a$` and\n\n```\n$b$\n```\n");
        Assert.Empty(page.QuerySelectorAll(".math"));
        Assert.DoesNotContain("katex", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_lie_in_a_box_that_scrolls()
    {
        IHtmlDocument page = await Exported.TextPageAsync("| a | b |\n|---|--:|\n| 1 | 2 |\n");
        IElement table = page.QuerySelector("div.scroll > table")!;
        Assert.Equal(["1", "2"], table.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Markdown_within_details_is_rendered()
    {
        IHtmlDocument page = await Exported.TextPageAsync(
            "<details>\n<summary>Solution 01.2</summary>\n\nIt is **five**:\n\n```csharp\nvar five = 5;\n```\n\n</details>\n");
        IElement details = page.QuerySelector("details.solution")!;
        Assert.Equal("Solution 01.2", details.QuerySelector("summary")!.TextContent);
        Assert.Equal("five", details.QuerySelector("strong")!.TextContent);
        Assert.Equal("var", details.QuerySelector("code .k")!.TextContent);
        Assert.False(details.HasAttribute("open"));
    }

    [Theory]
    [InlineData("Text <script>alert(1)</script> text")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<iframe src=\"https://example.org\"></iframe>")]
    [InlineData("<a href=\"javascript:alert(1)\">go</a>")]
    [InlineData("<a href=\"java&#115;cript:alert(1)\">go</a>")]
    [InlineData("[go](javascript:alert(1))")]
    [InlineData("</div></main><h1>Taken over</h1>")]
    [InlineData("<details><summary>never closed</summary>")]
    [InlineData("<style>body { display: none }</style>")]
    public async Task Text_cannot_change_the_page(string markdown)
    {
        IHtmlDocument page = await Exported.TextPageAsync(markdown);
        IElement main = page.QuerySelector("main")!;
        Assert.Empty(main.QuerySelectorAll("script, iframe, style, [onerror], [href^=java]"));
        Assert.Equal("09-test.ipynb", main.QuerySelector("footer a")!.TextContent);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Null(page.QuerySelector(".page-foot")!.Closest("details"));
    }

    [Fact]
    public async Task Chinese_terms_are_marked_as_chinese()
    {
        IHtmlDocument page = await Exported.TextPageAsync("# A weight (权重)\n\nThe bias (偏置).");
        Assert.Equal(["权重", "偏置"], page.QuerySelectorAll("main [lang=zh]").Select(term => term.TextContent));
    }

    [Fact]
    public async Task Headings_have_one_beginning_and_leave_no_level_out()
    {
        IHtmlDocument page = await Exported.TextPageAsync("# One\n\n#### Two\n\n# Three\n\n##### Four\n");
        Assert.Equal(["H1", "H2", "H2", "H3"], page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5").Select(h => h.TagName));
    }

    [Fact]
    public async Task Contents_link_to_every_section_once()
    {
        IHtmlDocument page = await Exported.TextPageAsync("# Title\n\n## Shapes\n\n## Shapes\n\n### A *part*\n");
        string[] targets = [.. page.QuerySelectorAll("nav.contents a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(["#shapes", "#shapes-2", "#a-part"], targets);
        Assert.All(targets, target => Assert.Single(page.QuerySelectorAll(target)));
    }

    [Fact]
    public async Task A_page_without_a_heading_is_named_after_its_file()
    {
        IHtmlDocument page = await Exported.TextPageAsync("Only text.");
        Assert.Equal("09-test", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Task_lists_keep_their_boxes()
    {
        IHtmlDocument page = await Exported.TextPageAsync("- [x] done\n- [ ] open\n");
        Assert.Equal([true, false], page.QuerySelectorAll("input[type=checkbox]").Select(box => box.HasAttribute("checked")));
    }

    [Fact]
    public async Task Python_is_coloured_and_named()
    {
        IHtmlDocument page = await Exported.TextPageAsync("```python\nimport torch  # the same\nx = torch.tensor([1.5])\n```\n");
        IElement box = page.QuerySelector(".code[data-language=Python]")!;
        Assert.Equal("import", box.QuerySelector(".k")!.TextContent);
        Assert.Equal("# the same", box.QuerySelector(".c")!.TextContent);
        Assert.Equal("1.5", box.QuerySelector(".n")!.TextContent);
    }

    [Fact]
    public async Task A_table_has_no_headings_without_words()
    {
        IHtmlDocument page = await Exported.TextPageAsync("|  | loss |\n|---|:---|\n| a | 1 |\n\n|  |  |\n|---|---|\n| b | 2 |\n");
        Assert.Equal(["loss"], page.QuerySelectorAll("th").Select(heading => heading.TextContent));
        Assert.Equal(["", "a", "1", "b", "2"], page.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Single(page.QuerySelectorAll("thead"));
    }
}
