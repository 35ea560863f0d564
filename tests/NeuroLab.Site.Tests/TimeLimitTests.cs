using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Tests;

/// <summary>What parsers could work on for minutes costs seconds, and the rest of its page nothing.</summary>
[Collection(nameof(TimeLimited))]
public sealed class TimeLimitTests
{
    [Theory]
    [InlineData("List<", 16_000)]
    [InlineData("A<", 19_900)]
    [InlineData("(", 39_900)]
    [InlineData("f(a[", 9_900)]
    [InlineData("{", 39_900)]
    [InlineData("-", 39_900)]
    [InlineData("1+", 19_900)]
    [InlineData("a.", 19_900)]
    [InlineData("a?b:", 9_900)]
    [InlineData("()=>", 9_900)]
    [InlineData("if(a)", 7_900)]
    [InlineData("new A{b=", 4_900)]
    [InlineData("(int)", 7_900)]
    [InlineData("int*[]", 6_600)]
    [InlineData("-", 1_900)]
    [InlineData("1+", 990)]
    [InlineData("a.", 990)]
    [InlineData("()=>", 140)]
    [InlineData("if(a)", 140)]
    [InlineData("if(a){}else ", 300)]
    [InlineData("A<", 149)]
    [InlineData("{", 149)]
    public async Task Code_nested_without_end_costs_only_its_colours(string piece, int count)
    {
        string code = string.Concat(Enumerable.Repeat(piece, count)).TrimEnd();
        IHtmlDocument page = await Exported.PageAsync(
            NotebookCell.Create(CellKind.Markdown, $"```csharp\n{code}\n```"),
            NotebookCell.Create(CellKind.Code, code),
            NotebookCell.Create(CellKind.Code, "var x = 1;"));
        Assert.StartsWith(code, page.QuerySelector(".text code")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(code, page.QuerySelector("#cell-1 code")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("var", page.QuerySelector("#cell-2 .k")!.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("}\"")]
    public async Task Strings_within_strings_take_no_minute(string end)
    {
        string code = $"{string.Concat(Enumerable.Repeat("$\"{", 22))}1{string.Concat(Enumerable.Repeat(end, 22))}";
        TimeSpan before = Environment.CpuUsage.TotalTime;
        IHtmlDocument page = await Exported.CodePageAsync(code);
        Assert.Equal(code, page.QuerySelector("#cell-1 code")!.TextContent);
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 50);
    }

    [Fact]
    public async Task A_million_comment_starts_take_seconds()
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        IHtmlDocument page = await Exported.CodePageAsync("value",
            NotebookOutput.Display(new JsonObject { ["text/html"] = string.Concat(Enumerable.Repeat("<!--", 1_000_000)) }));
        Assert.NotNull(page.QuerySelector("iframe[srcdoc]"));
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 30);
    }
}
