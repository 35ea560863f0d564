using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Tests;

/// <summary>HTML in text cells: what is safe stays, what is not is named, and no words are lost.</summary>
public sealed class HostileTextTests
{
    private const string Acting = "main script:not([type='application/json']), main iframe:not([sandbox]), main style, main animate, main [onerror], " +
        "main [onload], main [onclick], main [href^=java], main [src^=java]";

    [Theory]
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<!-- --!><img src=x onerror=alert(1)> -->")]
    [InlineData("<div title=\"<!--\"></div><img src=x onerror=alert(1)><div title=\"-->\"></div>")]
    [InlineData("<img alt=\u00a0\"x\" src=x onerror=alert(1)>")]
    [InlineData("text <javascript:alert(1)> text")]
    [InlineData("<svg><a><animate attributeName=href values=javascript:alert(1) /><text>drawn</text></a></svg>")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<form><button formaction=javascript:alert(1)>press</button></form>")]
    [InlineData("<a href=\" &#14; javascript:alert(1)\">go</a>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<details ontoggle=alert(1) open><summary>s</summary></details>")]
    [InlineData("<table background=\"javascript:alert(1)\"><tr><td>1</td></tr></table>")]
    [InlineData("<p style=\"position:fixed;inset:0\">over everything</p>")]
    public async Task Nothing_in_a_text_acts_on_the_page_and_what_is_left_out_is_said(string markdown)
    {
        IHtmlDocument page = await Exported.TextPageAsync(markdown);
        Assert.Empty(page.QuerySelectorAll(Acting));
        Assert.Empty(page.QuerySelectorAll("main [style*=position], main [ontoggle], main [formaction], main [background]"));
        Assert.NotEmpty(page.QuerySelectorAll("main .left-out, main iframe[sandbox]"));
        Assert.Equal("09-test.ipynb", page.QuerySelector("main > footer a")!.TextContent);
    }

    [Theory]
    [InlineData("<center>in the middle</center>", "center")]
    [InlineData("<table><tr><th>a</th></tr><tr><td>1</td></tr></table>", "div.scroll > table td")]
    [InlineData("H<sub>2</sub>O and x<sup>2</sup>", "p > sub")]
    [InlineData("press <kbd>Shift</kbd> and<br>wait", "p > kbd")]
    [InlineData("one<br>two", "p > br")]
    [InlineData("<details>\n<summary>more</summary>\n\nwords\n\n</details>", "details > summary")]
    [InlineData("<p align=\"center\" style=\"color: red\">red</p>", "p[style*=color]")]
    [InlineData("<ol start=\"3\"><li>three</li></ol>", "ol[start='3'] > li")]
    [InlineData("<a href=\"https://example.org/\" target=\"_blank\" class=\"x\">there</a>", "a[href='https://example.org/']:not([class])")]
    public async Task Safe_tags_stay_without_a_word(string markdown, string selector)
    {
        IHtmlDocument page = await Exported.TextPageAsync(markdown);
        Assert.NotNull(page.QuerySelector(".text " + selector));
        Assert.Empty(page.QuerySelectorAll(".left-out"));
    }

    [Theory]
    [InlineData("a List<Tensor> of <T>", "a List<Tensor> of <T>")]
    [InlineData("<form>kept <b>words</b></form>", "kept words")]
    [InlineData("<my-box>\nalso kept\n</my-box>", "also kept")]
    [InlineData("<textarea>typed</textarea>", "typed")]
    public async Task The_words_of_what_is_left_out_stay(string markdown, string words)
    {
        IHtmlDocument page = await Exported.TextPageAsync(markdown);
        Assert.Contains(words, page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawings_stand_in_a_frame_of_their_own()
    {
        IHtmlDocument page = await Exported.TextPageAsync("<svg viewBox=\"0 0 10 10\"><circle r=\"5\" /></svg>\n\nand words");
        IElement frame = page.QuerySelector(".text iframe[sandbox='allow-scripts']")!;
        Assert.Contains("<circle r=\"5\">", frame.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Contains("and words", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_beside_the_notebook_come_along_and_missing_ones_are_named()
    {
        using var site = new Exported();
        site.WriteBeside("pic.png", "not really a picture");
        IHtmlDocument page = await site.TextAsync(
            "<img src=\"pic.png\" width=\"40\"> ![alt](./pic.png) <img src=\"gone.png\" alt=\"what went\"> <img src=\"../secret.png\"> ![far](https://example.org/a.png)");
        string address = $"data:image/png;base64,{Convert.ToBase64String("not really a picture"u8)}";
        Assert.Equal([address, address], page.QuerySelectorAll("img").Select(picture => picture.GetAttribute("src")));
        Assert.Equal(["", "alt"], page.QuerySelectorAll("img").Select(picture => picture.GetAttribute("alt")));
        string text = page.QuerySelector("article")!.TextContent;
        Assert.Contains("Picture “what went” is not here: gone.png", text, StringComparison.Ordinal);
        Assert.Contains("../secret.png", text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/a.png", page.QuerySelector(".text a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Anchors_and_headings_in_html_are_those_of_the_page()
    {
        IHtmlDocument page = await Exported.TextPageAsync("<h1>Title</h1>\n\n<a name=\"Here\"></a>\n\n<h1 id=\"content\">Again</h1>\n\n[to](#Here)\n");
        Assert.Equal(["H1", "H2"], page.QuerySelectorAll("main h1, main h2").Select(heading => heading.TagName));
        Assert.NotNull(page.GetElementById("here"));
        Assert.Single(page.QuerySelectorAll("#content"));
        Assert.Equal("#here", page.QuerySelector(".text a[href]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(150, "> ", "", "too deeply nested")]
    [InlineData(150, "<div>\n", "", "tags more than 100 deep")]
    [InlineData(200_000, "<!--", "", "longer than 100000 characters")]
    [InlineData(24_000, "<!--", "", "more than 20000 tags")]
    public async Task Text_that_no_parser_should_be_given_is_shown_as_it_is_written(int count, string piece, string after, string reason)
    {
        IHtmlDocument page = await Exported.PageAsync(
            NotebookCell.Create(CellKind.Markdown, string.Concat(Enumerable.Repeat(piece, count)) + "words" + after),
            NotebookCell.Create(CellKind.Markdown, "The **next** cell"));
        Assert.Contains(reason, page.QuerySelector(".left-out")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(piece + piece, page.QuerySelector("article pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("next", page.QuerySelector(".text strong")!.TextContent);
    }
}
