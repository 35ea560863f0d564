using AngleSharp.Html.Dom;

namespace NeuroLab.Site.Tests;

public sealed class MathEnvironmentTests
{
    [Theory]
    [InlineData("\\begin{align}\ny &= a_1 \\\\\n\n- b &< *c*\n\\end{align}")]
    [InlineData("\\begin{align*}\nx &= 1\n\\end{align*}")]
    [InlineData("\\begin{equation}E = mc^2\\end{equation}")]
    [InlineData("$$\n\\begin{aligned}\ny &= a \\\\\nz &= b\n\\end{aligned}\n$$")]
    [InlineData("$$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$$")]
    [InlineData("so that \\begin{cases} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{cases} holds")]
    public async Task Environments_are_formulas_with_and_without_dollars(string markdown)
    {
        IHtmlDocument page = await Exported.TextPageAsync(markdown);
        string start = markdown[markdown.IndexOf('\\', StringComparison.Ordinal)..];
        string latex = start[..(start.LastIndexOf('}') + 1)];
        Assert.Equal(latex, page.QuerySelector(".math.display")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".text li, .text em"));
    }

    [Theory]
    [InlineData("\\begin{align} never ended")]
    [InlineData("`\\begin{align}x\\end{align}`")]
    [InlineData("    \\begin{align}x\\end{align}")]
    public async Task What_is_no_environment_stays_text(string markdown)
    {
        IHtmlDocument page = await Exported.TextPageAsync(markdown);
        Assert.Empty(page.QuerySelectorAll(".math"));
        Assert.Contains("begin{align}", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }
}
