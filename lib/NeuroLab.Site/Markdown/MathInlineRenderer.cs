using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NeuroLab.Site.Markdown;

/// <summary>Writes a formula within a line as its LaTeX, which the page sets with KaTeX.</summary>
internal sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        string latex = HtmlText.Escape(math.Content.ToString().Trim());
        string name = math.DelimiterCount > 1 ? "math display" : "math";
        renderer.Write(renderer.EnableHtmlForInline ? $"<span class=\"{name}\">{latex}</span>" : latex);
    }
}
