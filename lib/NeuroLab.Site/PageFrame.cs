using System.Text;

namespace NeuroLab.Site;

/// <summary>What stands around every page of the site: head, top bar, scripts.</summary>
internal static class PageFrame
{
    /// <summary>Writes a whole page.</summary>
    /// <param name="title">For the browser's tab.</param>
    /// <param name="where">Beside the home link in the top bar; empty on the course map.</param>
    /// <param name="contents">The navigation beside the text; empty for none.</param>
    /// <param name="main">The page itself, as HTML.</param>
    /// <param name="math">Whether the page has formulas.</param>
    /// <param name="charts">Whether the page has charts.</param>
    /// <param name="live">What a live page has besides, at the end of its body; empty for none.</param>
    public static string Write(string title, string where, string contents, string main, bool math, bool charts, string live = "")
    {
        var scripts = new StringBuilder();
        if (math)
            scripts.Append($"<script defer src=\"{SiteAssets.KatexScript}\"></script>\n");
        if (charts)
            scripts.Append($"<script defer src=\"{SiteAssets.PlotlyAddress}\"></script>\n<script defer src=\"assets/neurolab-charts.js\"></script>\n");
        string style = math ? $"<link rel=\"stylesheet\" href=\"{SiteAssets.KatexStyle}\">\n" : "";
        string liveStyle = live.Length > 0 ? "<link rel=\"stylesheet\" href=\"assets/live.css\">\n" : "";
        string layout = contents.Length > 0 ? "layout with-contents" : "layout";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{HtmlText.Escape(title)}</title>
            <link rel="icon" href="data:,">
            {style}<link rel="stylesheet" href="assets/site.css">
            {liveStyle}<script>
            {SiteAssets.ThemeScript.TrimEnd()}
            </script>
            {scripts}<script defer src="assets/site.js"></script>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the text</a>
            <header class="bar">
            <a class="home" href="index.html">NeuroLab</a>
            <span class="where">{where}</span>
            <button class="theme" type="button" hidden>Dark</button>
            </header>
            <div class="{layout}">
            {contents}<main id="content" tabindex="-1">
            {main}
            </main>
            </div>
            {live}</body>
            </html>

            """.Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
