using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NeuroLab.Site.Markdown;

/// <summary>Takes LaTeX from <c>\begin{align}</c> to <c>\end{align}</c> as a formula also where no dollars stand around it, as Jupyter does.</summary>
internal sealed partial class MathEnvironments : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new OnLines());
        pipeline.InlineParsers.Insert(0, new WithinText());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>The closing command of the environment that begins at a place, or null where none begins.</summary>
    private static string? EndOf(StringSlice slice)
    {
        ReadOnlySpan<char> text = slice.AsSpan();
        if (!text.StartsWith(@"\begin{", StringComparison.Ordinal))
            return null;
        Match name = Begin().Match(text[..Math.Min(text.Length, 40)].ToString());
        return name.Success ? $@"\end{{{name.Groups[1].Value}}}" : null;
    }

    [GeneratedRegex(@"^\\begin\{([a-zA-Z]+\*?)\}")]
    private static partial Regex Begin();

    /// <summary>An environment that begins a line, and may hold anything, also blank lines.</summary>
    private sealed class OnLines : BlockParser
    {
        public OnLines() => OpeningCharacters = ['\\'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || EndOf(processor.Line) is not { } end
                || processor.Line.Text.IndexOf(end, processor.Line.Start, StringComparison.Ordinal) < 0)
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new MathBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End), Info = end });
            return StateAfter(processor, end);
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block) => StateAfter(processor, ((MathBlock)block).Info!);

        private static BlockState StateAfter(BlockProcessor processor, string end) =>
            processor.Line.AsSpan().Contains(end, StringComparison.Ordinal) ? BlockState.Break : BlockState.Continue;
    }

    /// <summary>An environment in the middle of a line.</summary>
    private sealed class WithinText : InlineParser
    {
        public WithinText() => OpeningCharacters = ['\\'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (EndOf(slice) is not { } end || slice.AsSpan().IndexOf(end, StringComparison.Ordinal) is not (>= 0 and var at))
                return false;
            int last = slice.Start + at + end.Length - 1;
            processor.Inline = new MathInline
            {
                Delimiter = '$',
                DelimiterCount = 2,
                Content = new StringSlice(slice.Text, slice.Start, last),
                Span = new SourceSpan(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(last)),
            };
            slice.Start = last + 1;
            return true;
        }
    }
}
