namespace NeuroLab.Notebooks.Export.Outputs;

/// <summary>Puts HTML that a cell wrote into a page, without letting it change the page.</summary>
internal static class ForeignHtml
{
    // The frame has no access to the page; it only tells how tall it is.
    private const string Before =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><style>" +
        "body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1f2328;background:#fff;overflow-x:auto}</style><body>";

    // It tells when it changes, and when asked: the page may not have listened yet when the frame was ready.
    private const string After =
        "<script>{const tell=()=>parent.postMessage({neurolabHeight:document.documentElement.offsetHeight},'*');" +
        "new ResizeObserver(tell).observe(document.documentElement);addEventListener('message',tell)}</script>";

    /// <summary>Writes the HTML directly, in a shadow tree where it has style rules, or in a frame where it acts.</summary>
    /// <param name="html">What the cell wrote.</param>
    /// <param name="title">What a screen reader calls the frame.</param>
    public static string Write(string html, string title) => HtmlFragment.Inspect(html) switch
    {
        FragmentEffect.None => $"<div class=\"html\">{html}</div>",
        FragmentEffect.Styles => $"<div class=\"html\"><template shadowrootmode=\"open\">{html}</template></div>",
        _ => $"<div class=\"html\"><iframe sandbox=\"allow-scripts\" title=\"{HtmlText.Escape(title)}\" " +
            $"srcdoc=\"{HtmlText.Escape(Before + html + After)}\"></iframe></div>",
    };
}
