using NeuroLab.Site.Html;
using NeuroLab.Site.Markdown;

namespace NeuroLab.Site.Outputs;

/// <summary>Puts HTML that a cell wrote into a page, without letting it change the page.</summary>
internal static class ForeignHtml
{
    // Longer HTML than this stands in a frame, which needs no filter.
    private const int LongestInPage = 500_000;

    // The frame has no access to the page; it only tells how tall it is.
    private const string Before =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><style>" +
        "body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1f2328;background:#fff;overflow-x:auto}</style><body>";

    // It tells when it changes, and when asked: the page may not have listened yet when the frame was ready.
    private const string After =
        "<script>{const tell=()=>parent.postMessage({neurolabHeight:document.documentElement.offsetHeight},'*');" +
        "new ResizeObserver(tell).observe(document.documentElement);addEventListener('message',tell)}</script>";

    /// <summary>Writes the HTML directly where the filter lets all of it pass, and in a frame where not.</summary>
    /// <param name="html">What the cell wrote.</param>
    /// <param name="links">Where its links and pictures lead.</param>
    /// <param name="title">What a screen reader calls the frame; no other of the page is called so.</param>
    public static string Write(string html, SiteLinks links, string title)
    {
        if (html.Length > LongestInPage || !HtmlExtent.IsReadable(html))
            return Frame(html, title);
        var filter = new HtmlFilter(links);
        string clean = filter.Clean(html).InnerHtml;
        bool whole = filter.LeftOut.Count == 0 && (clean.Length > 0 || html.Length == 0);
        return whole ? $"<div class=\"html\">{clean}</div>" : Frame(html, title);
    }

    /// <summary>Writes the HTML in a frame of its own.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="title">What a screen reader calls the frame; no other of the page is called so.</param>
    public static string Frame(string html, string title) =>
        $"<div class=\"html\"><iframe sandbox=\"allow-scripts\" title=\"{HtmlText.Escape(title)}\" " +
        $"srcdoc=\"{HtmlText.Escape(Before + html + After)}\"></iframe></div>";
}
