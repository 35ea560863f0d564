using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NeuroLab.Site.Markdown;

/// <summary>Writes running text, with its Chinese terms marked as Chinese.</summary>
internal sealed class TextRenderer : HtmlObjectRenderer<LiteralInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LiteralInline text)
    {
        string content = text.Content.ToString();
        renderer.Write(renderer.EnableHtmlForInline ? HtmlText.EscapeWithLanguages(content) : HtmlText.Escape(content));
    }
}
