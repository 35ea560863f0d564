using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuroLab.Notebooks.Export.Markdown;

/// <summary>Turns a notebook's Markdown into HTML for a page.</summary>
/// <param name="links">Where the notebook's links lead.</param>
internal sealed partial class MarkdownText(SiteLinks links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseMathematics()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>Reads a cell's Markdown.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdig.Markdown.Parse(markdown, Pipeline);

    /// <summary>Writes a cell. HTML in it stays where it is complete and runs nothing, and is left out where not.</summary>
    public string Render(MarkdownDocument document)
    {
        string html = Render(document, rawHtml: true);
        if (HtmlFragment.Inspect(html) != FragmentEffect.None)
            html = Render(document, rawHtml: false);
        return Solutions().Replace(html, "<details class=\"solution\">${gap}<summary>");
    }

    /// <summary>Writes the text of a paragraph or heading, without the paragraph or heading itself.</summary>
    public string RenderInline(LeafBlock block) => Write(renderer => renderer.WriteLeafInline(block), rawHtml: false).Trim();

    /// <summary>The words of a paragraph or heading.</summary>
    public static string PlainText(LeafBlock block) => block.Inline is null ? "" : string.Concat(
        block.Inline.Descendants().Select(inline => inline switch
        {
            LiteralInline text => text.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            Markdig.Extensions.Mathematics.MathInline math => math.Content.ToString(),
            _ => "",
        }));

    private string Render(MarkdownDocument document, bool rawHtml) =>
        Write(renderer => renderer.Render(document), rawHtml);

    private string Write(Action<HtmlRenderer> write, bool rawHtml)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        Use(renderer, new TextRenderer());
        Use(renderer, new LinkRenderer(links));
        Use(renderer, new MathInlineRenderer());
        Use(renderer, new TableRenderer());
        Use(renderer, new FencedCodeRenderer());
        Use(renderer, new MathBlockRenderer());
        if (!rawHtml)
        {
            renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.HtmlBlockRenderer>(new NoHtmlBlockRenderer());
            renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new NoHtmlInlineRenderer());
        }

        write(renderer);
        return text.ToString();
    }

    // The first renderer that accepts an object writes it, so ours go before Markdig's.
    private static void Use(HtmlRenderer renderer, IMarkdownObjectRenderer own) => renderer.ObjectRenderers.Insert(0, own);

    [GeneratedRegex(@"<details(?: open)?>(?<gap>\s*)<summary>(?=\s*Solution\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Solutions();

    private sealed class NoHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block)
        {
        }
    }

    private sealed class NoHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline)
        {
        }
    }
}
