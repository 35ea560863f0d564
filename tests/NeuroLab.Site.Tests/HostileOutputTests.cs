using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Tests;

/// <summary>Outputs that would act on the page, or that no page can show: they cost themselves, and never the site.</summary>
public sealed class HostileOutputTests
{
    private const string Plotly = "application/vnd.plotly.v1+json", Exercise = "application/vnd.neurolab.exercise+json";

    [Theory]
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<!-- --!><img onerror=alert(1)> -->")]
    [InlineData("<div title=\"<!--\"></div><img onerror=alert(1)><div title=\"-->\"></div>")]
    [InlineData("<p title=\u00a0\" onmouseover=alert(1) \">x</p>")]
    [InlineData("<svg><style><img onerror=alert(1)>")]
    [InlineData("<svg><a><animate attributeName=href values=javascript:alert(1)>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<div style=\"position:fixed\">x</div>")]
    [InlineData("<style>p { color: red }</style><p>red</p>")]
    [InlineData("<unknown-thing>x</unknown-thing>")]
    public async Task Html_that_does_not_pass_stands_whole_in_a_frame(string html)
    {
        IHtmlDocument page = await ShowAsync(("text/html", html));
        IElement frame = page.QuerySelector(".outputs iframe")!;
        Assert.Equal("allow-scripts", frame.GetAttribute("sandbox"));
        Assert.Contains(html, frame.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".outputs img, .outputs svg, .outputs style, .outputs a"));
    }

    [Theory]
    [InlineData("<div><div>open", "div div")]
    [InlineData("<table class=\"neurolab-table other\"><caption>c</caption><tr><td style=\"text-align: right\">1</td></tr></table>", "table.neurolab-table:not(.other) td[style*=right]")]
    [InlineData("<div class=\"neurolab-exercise\" role=\"status\" style=\"border-left:4px solid #009e73;padding:.4em .8em\">ok</div>", ".neurolab-exercise[role=status][style*=border-left]")]
    [InlineData("<td style=\"background:rgba(11,79,138,.25)\">1</td>5 &lt; 6", "html")]
    [InlineData("<ul data-kind=\"x\"><li id=\"main\">1</li></ul>", "ul[data-kind] > li:not([id])")]
    public async Task Html_that_passes_is_part_of_the_page(string html, string selector)
    {
        IHtmlDocument page = await ShowAsync(("text/html", html));
        Assert.Empty(page.QuerySelectorAll("iframe"));
        Assert.NotNull(selector == "html" ? page.QuerySelector(".outputs .html") : page.QuerySelector(".outputs .html " + selector));
        Assert.NotNull(page.QuerySelector("main > footer"));
    }

    [Theory]
    [InlineData(Plotly, "\"abc\"", "a string")]
    [InlineData(Plotly, "[1, 2]", "a list")]
    [InlineData(Plotly, "{\"data\": {}}", "the data of a figure must be a list, and this is an object")]
    [InlineData(Plotly, "{\"layout\": 3}", "the layout of a figure must be an object, and this is a number")]
    [InlineData(Exercise, "\"right\"", "the answer of a check must be a JSON object")]
    [InlineData("image/png", "\"\\\" onerror=\\\"alert(1)\"", "must be written in base 64")]
    public async Task What_cannot_be_shown_is_replaced_by_a_sentence_and_its_words(string type, string view, string reason)
    {
        IHtmlDocument page = await ShowAsync((type, JsonNode.Parse(view)!), ("text/plain", "its words"));
        Assert.Contains(reason == "a string" ? "is not JSON" : reason, page.QuerySelector(".outputs .left-out")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("its words", page.QuerySelector(".outputs .result pre")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main .neurolab-chart, main img"));
    }

    [Fact]
    public async Task Half_a_character_costs_no_page()
    {
        IHtmlDocument page = await Exported.CodePageAsync("\"\ud83d\"",
            NotebookOutput.Stream("stdout", "cut \ud83d"),
            NotebookOutput.Display(new JsonObject { ["text/html"] = "<b>cut \ud83d</b>", ["text/plain"] = "cut \udc00" }),
            NotebookOutput.Display(new JsonObject { [Plotly] = new JsonObject { ["layout"] = new JsonObject { ["title"] = "cut \ud83d" } } }),
            NotebookOutput.Error("Broken\ud83d", "\ud83d", []));
        Assert.Contains("cut", page.QuerySelector(".stream")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".error"));
    }

    [Fact]
    public async Task A_cell_whose_id_is_null_costs_no_site()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("09-test.ipynb",
            """{"cells":[{"cell_type":"code","execution_count":null,"id":null,"metadata":{},"outputs":[],"source":"1 + 1"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        await SiteExporter.ExportAsync([new SiteNotebook(path, NotebookDocument.Load(path))], folder.At("site"));
        Assert.True(File.Exists(folder.At("site/09-test.html")));
    }

    [Fact]
    public async Task A_page_takes_the_beginning_of_a_long_text_and_says_how_much_is_missing()
    {
        string text = new string('a', 99_999) + "\U0001F600" + new string('b', 9_900_000);
        IHtmlDocument page = await Exported.CodePageAsync("x", NotebookOutput.Stream("stdout", text));
        Assert.Equal(new string('a', 99_999), page.QuerySelector(".stream pre")!.TextContent);
        Assert.Contains("9.9 MB of 10 MB", page.QuerySelector(".stream .left-out")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<p>")]
    [InlineData("image/png", "AAAA")]
    public async Task A_view_that_is_too_long_leaves_a_sentence_and_its_words(string type, string piece)
    {
        IHtmlDocument page = await ShowAsync((type, string.Concat(Enumerable.Repeat(piece, 2_000_000))), ("text/plain", "short"));
        Assert.InRange(page.Source.Text.Length, 1, 100_000);
        Assert.Contains(" MB long, and a page takes at most 5 MB", page.QuerySelector(".left-out")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("short", page.QuerySelector(".result pre")!.TextContent);
    }

    [Fact]
    public async Task All_outputs_of_a_page_together_have_a_limit()
    {
        JsonObject view = new() { ["text/html"] = "<p>" + new string('x', 4_900_000) };
        var cell = NotebookCell.Create(CellKind.Code, "x");
        for (int i = 0; i < 12; i++)
            cell.Outputs.Add(NotebookOutput.Display((JsonObject)view.DeepClone()));
        var document = NotebookDocument.Create();
        document.Cells.Add(cell);
        using var folder = new TemporaryFolder();
        await SiteExporter.ExportAsync([new SiteNotebook(folder.At("09-test.ipynb"), document)], folder.At("site"));
        string page = await File.ReadAllTextAsync(folder.At("site/09-test.html"));
        Assert.Equal(8, page.AsSpan().Count("<iframe "));
        Assert.Equal(4, page.AsSpan().Count("longer than 40 MB together"));
    }

    private static Task<IHtmlDocument> ShowAsync(params (string Type, JsonNode View)[] views)
    {
        JsonObject data = [];
        foreach ((string type, JsonNode view) in views)
            data[type] = view;
        return Exported.CodePageAsync("value", NotebookOutput.Display(data));
    }
}
