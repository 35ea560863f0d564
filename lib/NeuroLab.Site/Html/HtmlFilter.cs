using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using NeuroLab.Site.Markdown;

namespace NeuroLab.Site.Html;

/// <summary>Lets of one piece of HTML from a notebook only that into a page which <see cref="HtmlRules"/> names.</summary>
/// <param name="links">Where the links and pictures of the notebook lead.</param>
internal class HtmlFilter(SiteLinks links)
{
    private readonly HashSet<string> leftOut = [];

    /// <summary>What of the HTML is not in the result, in words, such as "onerror of &lt;img&gt;".</summary>
    public IReadOnlyCollection<string> LeftOut => leftOut;

    /// <summary>Filters the HTML.</summary>
    /// <param name="html">HTML that <see cref="HtmlExtent.IsReadable"/>.</param>
    /// <returns>The body of a document that holds what may be shown.</returns>
    public IElement Clean(string html)
    {
        var sanitizer = new HtmlSanitizer(HtmlRules.Options());
        sanitizer.RemovingTag += (_, removed) =>
        {
            if (IsInPage(removed.Tag))
                OnTag(removed.Tag);
        };
        sanitizer.RemovingStyle += (_, removed) => Leave($"the style {removed.Style.Name}");
        sanitizer.RemovingAttribute += (_, removed) =>
            removed.Cancel = IsInPage(removed.Tag) && OnAttribute(removed.Tag, removed.Attribute, removed.Reason);
        sanitizer.FilterUrl += (_, url) => url.SanitizedUrl = url.Tag is IHtmlAnchorElement
            ? links.Page(url.OriginalUrl)
            : links.Picture(url.OriginalUrl);
        IHtmlDocument document = sanitizer.SanitizeDom(html);
        NameNoEmptyHeadings(document);
        return document.Body!;
    }

    /// <summary>Notes something that the page does not get.</summary>
    protected void Leave(string what) => leftOut.Add(what);

    /// <summary>Told an element that is about to be taken out, with all that is in it.</summary>
    protected virtual void OnTag(IElement tag) => Leave(Name(tag));

    /// <summary>Told an attribute that is about to be taken out.</summary>
    /// <returns>True to keep it.</returns>
    protected virtual bool OnAttribute(IElement tag, IAttr attribute, RemoveReason reason)
    {
        // The words of a link to a notebook that the site does not hold stay; so does what only lacks its name.
        bool quiet = HtmlRules.IsOnlyAName(attribute.Name) || attribute.Name == "style"
            || (tag is IHtmlAnchorElement && reason == RemoveReason.NotAllowedUrlValue && !SiteLinks.HasScheme(attribute.Value));
        if (!quiet)
            Leave($"{attribute.Name} of {Name(tag)}");
        return false;
    }

    /// <summary>An element as it is named in a sentence.</summary>
    protected static string Name(IElement tag) => $"<{tag.LocalName}>";

    // A cell without words is no heading of a column: a screen reader would name it and say nothing. A row of such cells is none.
    private static void NameNoEmptyHeadings(IHtmlDocument document)
    {
        foreach (IElement heading in document.QuerySelectorAll("th").Where(IsEmpty).ToArray())
        {
            IElement cell = document.CreateElement("td");
            foreach (IAttr attribute in heading.Attributes.Where(attribute => attribute.Name != "scope").ToArray())
                cell.SetAttribute(attribute.Name, attribute.Value);
            heading.Replace(cell);
        }

        foreach (IElement head in document.QuerySelectorAll("thead").Where(head => head.QuerySelector("th") is null && IsEmpty(head)).ToArray())
            head.Remove();
    }

    private static bool IsEmpty(IElement element) => string.IsNullOrWhiteSpace(element.TextContent) && element.QuerySelector("img, [aria-label]") is null;

    // What stands in an element that is out already is out with it.
    private static bool IsInPage(IElement tag) => tag.Owner?.Body?.Contains(tag) == true;
}
