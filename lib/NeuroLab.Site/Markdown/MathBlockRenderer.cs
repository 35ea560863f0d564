using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NeuroLab.Site.Markdown;

/// <summary>Writes a formula on lines of its own as its LaTeX, which the page sets with KaTeX.</summary>
internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock math) =>
        renderer.WriteLine($"<div class=\"math display\">{HtmlText.Escape(math.Lines.ToString().Trim())}</div>");
}
