using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Tests;

public sealed class OutputPageTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [Fact]
    public async Task Charts_are_drawn_from_their_json()
    {
        IHtmlDocument page = await ShowAsync((Plotly, JsonNode.Parse("""{"data":[],"layout":{"height":300}}""")!), ("text/html", "<b>never</b>"));
        IElement chart = page.QuerySelector("figure.chart .neurolab-chart")!;
        Assert.Equal(300, JsonNode.Parse(chart.QuerySelector("script")!.TextContent)!["layout"]!["height"]!.GetValue<int>());
        Assert.Equal("min-height:300px", chart.QuerySelector(".neurolab-plot")!.GetAttribute("style"));
        Assert.Empty(page.QuerySelectorAll("main b"));
        Assert.Single(page.QuerySelectorAll("script[src='assets/plotly.min.js'], script[src*='plotly']"));
    }

    [Fact]
    public async Task Text_in_a_chart_cannot_end_its_script()
    {
        const string Title = "</script><script>alert(1)</script><!--";
        IHtmlDocument page = await ShowAsync((Plotly, new JsonObject { ["layout"] = new JsonObject { ["title"] = Title } }));
        IElement script = Assert.Single(page.QuerySelectorAll("main script"));
        Assert.Equal(Title, JsonNode.Parse(script.TextContent)!["layout"]!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_page_without_charts_does_not_load_their_library()
    {
        IHtmlDocument page = await ShowAsync(("text/plain", "42"));
        Assert.DoesNotContain("plotly", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal("42", page.QuerySelector(".result pre")!.TextContent);
    }

    [Fact]
    public async Task Plain_html_stands_in_the_page()
    {
        IHtmlDocument page = await ShowAsync(("text/html", "<table style=\"width:10em\"><tr><td>1 &lt; 2</td></tr></table>"), ("text/plain", "other"));
        Assert.Equal("1 < 2", page.QuerySelector(".outputs .html td")!.TextContent);
    }

    [Theory]
    [InlineData("<div id='a'></div><script>document.getElementById('a').textContent = 1</script>")]
    [InlineData("<button onclick=\"go()\">go</button>")]
    [InlineData("</div></div></main>")]
    [InlineData("<img src=\"x\" onerror = alert(1)")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<p title='>'onmouseover=\"go()\">hover</p>")]
    public async Task Html_that_acts_stands_in_a_frame_of_its_own(string html)
    {
        IHtmlDocument page = await ShowAsync(("text/html", html));
        IElement frame = page.QuerySelector(".outputs iframe")!;
        Assert.Equal("allow-scripts", frame.GetAttribute("sandbox"));
        Assert.Contains(html, frame.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Equal("Output 1 of cell 1", frame.GetAttribute("title"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Fact]
    public async Task Pictures_carry_their_words()
    {
        IHtmlDocument page = await ShowAsync(("image/png", "iVBO\nRw0K"), ("text/plain", "A \"zero\""));
        IElement picture = page.QuerySelector(".picture img")!;
        Assert.Equal("data:image/png;base64,iVBORw0K", picture.GetAttribute("src"));
        Assert.Equal("A \"zero\"", picture.GetAttribute("alt"));
    }

    [Fact]
    public async Task Printed_text_is_one_piece_without_terminal_codes()
    {
        IHtmlDocument page = await Exported.CodePageAsync("x",
            NotebookOutput.Stream("stdout", "\u001b[31ma < b\u001b[0m\n"), NotebookOutput.Stream("stdout", "10 %\r20 %\n"),
            NotebookOutput.Stream("stderr", "careful"));
        Assert.Equal("a < b\n20 %", page.QuerySelector(".stream pre")!.TextContent);
        Assert.Equal("careful", page.QuerySelector(".stream.warned pre")!.TextContent);
    }

    [Fact]
    public async Task Errors_tell_the_cell_and_the_message()
    {
        IHtmlDocument page = await Exported.CodePageAsync("x",
            NotebookOutput.Error("CompileError", "The name 'x' does not exist.", ["\u001b[31mThe name 'x' does not exist.\u001b[0m", "line 1: x"]));
        IElement error = page.QuerySelector(".error")!;
        Assert.Equal("Cell 1 failed: CompileError", error.QuerySelector("p")!.TextContent);
        Assert.Equal("The name 'x' does not exist.\nline 1: x", error.QuerySelector("pre")!.TextContent);
    }

    [Theory]
    [InlineData("right", "right")]
    [InlineData("not yet", "not-yet")]
    [InlineData("not tried", "not-tried")]
    [InlineData("\" onclick=\"", "not-tried")]
    public async Task Checks_show_their_answer(string state, string name)
    {
        JsonObject answer = new() { ["id"] = "01.2", ["state"] = state, ["message"] = "Five is prime." };
        IHtmlDocument page = await ShowAsync(("application/vnd.neurolab.exercise+json", answer), ("text/html", "<div>Answer</div>"));
        Assert.Equal("Answer", page.QuerySelector($".check.{name}")!.TextContent.Trim());
    }

    private static Task<IHtmlDocument> ShowAsync(params (string Type, JsonNode View)[] views)
    {
        JsonObject data = [];
        foreach ((string type, JsonNode view) in views)
            data[type] = view;
        return Exported.CodePageAsync("value", NotebookOutput.Display(data));
    }
}
