using Spectre.Console;
using Spectre.Console.Rendering;

namespace NeuroLab.Tool.Reports;

/// <summary>Does for tables, bars and coloured lines what <see cref="PlainWriter"/> does for text; the colours are their own.</summary>
internal sealed class PlainHook : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(part => new Part(part));

    private sealed class Part(IRenderable inner) : IRenderable
    {
        /// <inheritdoc/>
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        /// <inheritdoc/>
        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(segment =>
            segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(PlainWriter.Plain(segment.Text), segment.Style));
    }
}
