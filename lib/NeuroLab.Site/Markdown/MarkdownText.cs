using AngleSharp.Dom;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NeuroLab.Site.Html;

namespace NeuroLab.Site.Markdown;

/// <summary>Turns a notebook's Markdown into HTML for a page.</summary>
/// <param name="links">Where the notebook's links lead.</param>
internal sealed class MarkdownText(SiteLinks links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseMathematics()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Use<MathEnvironments>()
        .Build();

    /// <summary>Reads a cell's Markdown.</summary>
    /// <exception cref="ArgumentException">It is nested too deeply.</exception>
    public static MarkdownDocument Parse(string markdown) => Markdig.Markdown.Parse(markdown, Pipeline);

    /// <summary>Makes the HTML of a cell. Of the HTML in it stays what may stand in a page; a sentence says what does not.</summary>
    /// <exception cref="InvalidDataException">The HTML in the cell is too deep or too long.</exception>
    public IElement Render(MarkdownDocument document)
    {
        string html = Write(renderer => renderer.Render(document), tags: true);
        if (!HtmlExtent.IsReadable(html))
            throw new InvalidDataException($"it holds more than {HtmlRules.MostTags} tags, or tags more than {HtmlRules.Deepest} deep");
        var filter = new TextFilter(links);
        IElement body = filter.CleanText(html);
        body.Insert(AdjacentPosition.BeforeEnd, LeftOutSentence.Of(filter.LeftOut));
        return body;
    }

    /// <summary>The text of a paragraph or heading, without the paragraph or heading itself and without tags of its own.</summary>
    public string RenderInline(LeafBlock block) =>
        new TextFilter(links).CleanText(Write(renderer => renderer.WriteLeafInline(block), tags: false)).InnerHtml.Trim();

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

    private static string Write(Action<HtmlRenderer> write, bool tags)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        Use(renderer, new TextRenderer());
        Use(renderer, new MathInlineRenderer());
        Use(renderer, new FencedCodeRenderer());
        Use(renderer, new MathBlockRenderer());
        Use(renderer, new TagRenderer(tags));
        write(renderer);
        return text.ToString();
    }

    // The first renderer that accepts an object writes it, so ours go before Markdig's.
    private static void Use(HtmlRenderer renderer, IMarkdownObjectRenderer own) => renderer.ObjectRenderers.Insert(0, own);
}
