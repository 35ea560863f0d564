using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using NeuroLab.Site.Html;

namespace NeuroLab.Site.Markdown;

/// <summary>Writes a tag within a line; what HTML does not know, such as the end of <c>List&lt;Tensor&gt;</c>, is meant as text.</summary>
/// <param name="tags">Whether tags that HTML knows are written.</param>
internal sealed class TagRenderer(bool tags) : HtmlObjectRenderer<HtmlInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlInline tag)
    {
        string name = string.Concat(tag.Tag.TrimStart('<', '/').TakeWhile(char.IsAsciiLetterOrDigit));
        if (name.Length > 0 && !HtmlRules.IsKnownTag(name))
            renderer.Write(HtmlText.Escape(tag.Tag));
        else if (tags && renderer.EnableHtmlForInline)
            renderer.Write(tag.Tag);
    }
}
