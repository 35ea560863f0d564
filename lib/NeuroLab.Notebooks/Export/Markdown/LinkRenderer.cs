using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NeuroLab.Notebooks.Export.Markdown;

/// <summary>Writes links to exported pages, and plain text for what the site does not hold.</summary>
internal sealed class LinkRenderer(SiteLinks links) : HtmlObjectRenderer<LinkInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        string url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (!renderer.EnableHtmlForInline)
            renderer.WriteChildren(link);
        else if (link.IsImage)
            WritePicture(renderer, link, links.Picture(url));
        else
            WriteLink(renderer, link, links.Page(url));
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link, string? address)
    {
        if (address is null)
        {
            renderer.WriteChildren(link);
            return;
        }

        renderer.Write($"<a href=\"{HtmlText.Escape(address)}\"");
        if (!string.IsNullOrEmpty(link.Title))
            renderer.Write($" title=\"{HtmlText.Escape(link.Title)}\"");
        renderer.Write(">");
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private static void WritePicture(HtmlRenderer renderer, LinkInline link, string? address)
    {
        if (address is not null)
            renderer.Write($"<img src=\"{HtmlText.Escape(address)}\" alt=\"");
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(link);
        renderer.EnableHtmlForInline = true;
        if (address is not null)
            renderer.Write("\">");
    }
}
