using System.Text;

namespace NeuroLab.Site;

/// <summary>Writes the page of a notebook.</summary>
internal static class NotebookPageHtml
{
    /// <summary>Writes the whole page.</summary>
    /// <param name="page">The notebook's page.</param>
    /// <param name="previous">The page before it; null for the first.</param>
    /// <param name="next">The page after it; null for the last.</param>
    /// <param name="live">What a live page has besides; empty for the page of a site that was exported.</param>
    /// <param name="isKeptInBrowser">Whether what the reader changes stays in his browser, and not in the notebook's file.</param>
    public static string Write(NotebookPage page, NotebookPage? previous, NotebookPage? next, string live = "", bool isKeptInBrowser = false)
    {
        string file = HtmlText.Escape(page.Notebook.FileName);
        string origin = isKeptInBrowser
            ? $"What you write here stays in this browser, on this device, and goes nowhere else. To keep a copy, or to take your work elsewhere: More, Save. The course has the notebook <a href=\"{Uri.EscapeDataString(page.Notebook.FileName)}\" download>{file}</a>."
            : live.Length > 0
            ? $"This is your notebook <a href=\"{Uri.EscapeDataString(page.Notebook.FileName)}\" download>{file}</a>."
            : $"Made from the notebook <a href=\"{Uri.EscapeDataString(page.Notebook.FileName)}\" download>{file}</a>, with the outputs of its last run.";
        string heading = live.Length > 0 && !page.Body.Contains("<h1", StringComparison.Ordinal) ? $"<h1>{page.Summary.Title}</h1>\n" : "";
        string main = $"""
            {heading}<article>
            {page.Body.TrimEnd()}
            </article>
            {Turn(previous, next)}
            <footer class="page-foot">{origin}</footer>
            """;
        return PageFrame.Write(
            $"{page.Name} - NeuroLab", HtmlText.EscapeWithLanguages(page.Name), Contents(page.Contents), main, page.HasMath || live.Length > 0, page.HasCharts || live.Length > 0, live);
    }

    private static string Contents(IReadOnlyList<ContentsEntry> entries)
    {
        if (entries.Count < 2)
            return "";
        var html = new StringBuilder("<nav class=\"contents\" aria-label=\"On this page\">\n<details>\n<summary>On this page</summary>\n<ol>\n");
        foreach (ContentsEntry entry in entries)
        {
            string part = entry.Level > 2 ? " class=\"part\"" : "";
            html.Append($"<li{part}><a href=\"#{HtmlText.Escape(entry.Id)}\">{entry.Html}</a></li>\n");
        }

        return html.Append("</ol>\n</details>\n</nav>\n").ToString();
    }

    private static string Turn(NotebookPage? previous, NotebookPage? next)
    {
        if (previous is null && next is null)
            return "";
        return $"<nav class=\"turn\" aria-label=\"Notebooks before and after\">\n{Link(previous, "prev", "Before")}{Link(next, "next", "Next")}</nav>";
    }

    private static string Link(NotebookPage? page, string relation, string label) => page is null
        ? ""
        : $"<a class=\"{relation}\" rel=\"{relation}\" href=\"{Uri.EscapeDataString(page.Notebook.PageName)}\"><small>{label}</small>{HtmlText.EscapeWithLanguages(page.Name)}</a>\n";
}
