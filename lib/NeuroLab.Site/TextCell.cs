using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NeuroLab.Site.Html;

namespace NeuroLab.Site;

/// <summary>A text cell on its way into a page.</summary>
/// <param name="Body">Its HTML.</param>
/// <param name="Summary">What it says of the notebook, if it is the first; null where it could not be read.</param>
internal sealed record TextCell(IElement Body, NotebookSummary? Summary)
{
    /// <summary>A cell whose Markdown can't be read, as it is written.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="reason">Why, as the end of a sentence that began with "because".</param>
    public static TextCell Plain(string source, string reason)
    {
        (string beginning, string? missing) = PageLimits.Cut(source);
        string html = LeftOutSentence.Write($"This text is shown as it is written, because {reason}.")
            + $"<pre>{HtmlText.Escape(beginning)}</pre>{(missing is null ? "" : LeftOutSentence.Write(missing))}";
        return new(new HtmlParser().ParseDocument(html).Body!, null);
    }
}
