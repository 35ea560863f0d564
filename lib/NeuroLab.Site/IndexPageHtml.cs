using System.Text;

namespace NeuroLab.Site;

/// <summary>Writes the first page: the map of the course.</summary>
internal static class IndexPageHtml
{
    private const string Title = "NeuroLab: neural networks in C#";

    /// <summary>Writes the whole page.</summary>
    /// <param name="pages">The notebooks, in order.</param>
    /// <param name="hasGlossary">Whether the site has a glossary.</param>
    /// <param name="live">What a live page has besides; empty for none.</param>
    public static string Write(IReadOnlyList<NotebookPage> pages, bool hasGlossary, string live = "")
    {
        var map = new StringBuilder();
        foreach (NotebookPage page in pages)
            map.Append(Entry(page));
        int minutes = pages.Sum(page => page.Summary.Minutes ?? 0);
        string time = minutes > 0 ? $" Reading and trying everything takes about {Time(minutes)}." : "";
        string terms = hasGlossary ? $" The <a href=\"{GlossaryPageHtml.PageName}\">glossary</a> has every term in English and Chinese." : "";
        string main = $"""
            <div class="course">
            <h1>Neural networks in C#</h1>
            <p class="lead">Each notebook asks one question and answers it with numbers you can check and charts you can move. They build on each other, so begin at the top.{time}{terms}</p>
            <ol class="map">
            {map.ToString().TrimEnd()}
            </ol>
            </div>
            """;
        bool math = main.Contains("class=\"math", StringComparison.Ordinal);
        return PageFrame.Write(Title, "", "", main, math, charts: false, live);
    }

    private static string Entry(NotebookPage page)
    {
        NotebookSummary summary = page.Summary;
        var html = new StringBuilder("<li>\n");
        html.Append($"<span class=\"step\" aria-hidden=\"true\">{page.Notebook.Number}</span>\n<div>\n");
        html.Append($"<h2><a href=\"{Uri.EscapeDataString(page.Notebook.PageName)}\">{HtmlText.EscapeWithLanguages(summary.PlainTitle)}</a></h2>\n");
        if (summary.Question.Length > 0)
            html.Append($"<p>{summary.Question}</p>\n");
        if (summary.Objectives.Count > 0)
            html.Append($"<ul>\n{string.Concat(summary.Objectives.Select(objective => $"<li>{objective}</li>\n"))}</ul>\n");
        if (summary.Minutes is { } minutes)
            html.Append($"<p class=\"minutes\">{HtmlText.Number(minutes)} minutes</p>\n");
        if (page.FailedCells > 0)
            html.Append($"<p class=\"failed\">{HtmlText.Number(page.FailedCells)} {(page.FailedCells == 1 ? "cell" : "cells")} failed in this run.</p>\n");
        return html.Append("</div>\n</li>\n").ToString();
    }

    private static string Time(int minutes) => minutes < 90
        ? $"{HtmlText.Number(minutes)} minutes"
        : $"{HtmlText.Number((minutes + 30) / 60)} hours";
}
