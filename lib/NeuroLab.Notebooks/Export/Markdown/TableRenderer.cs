using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NeuroLab.Notebooks.Export.Markdown;

/// <summary>Puts a table into a box of its own, in which a wide table scrolls.</summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer inner = new();

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.WriteLine("<div class=\"scroll\">");
        inner.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
