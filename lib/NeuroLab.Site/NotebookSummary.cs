using System.Text.RegularExpressions;
using Markdig.Syntax;
using NeuroLab.Site.Markdown;

namespace NeuroLab.Site;

/// <summary>What a notebook says of itself in its first text cell; the course map shows it.</summary>
/// <param name="Title">The first heading, as HTML.</param>
/// <param name="PlainTitle">The first heading, as text.</param>
/// <param name="Question">The first paragraph that asks something, as HTML; empty for none.</param>
/// <param name="Minutes">The minutes needed; null where none are named.</param>
/// <param name="Objectives">The items of the first list: what the notebook teaches, as HTML.</param>
internal sealed partial record NotebookSummary(
    string Title, string PlainTitle, string Question, int? Minutes, IReadOnlyList<string> Objectives)
{
    /// <summary>Reads the summary.</summary>
    /// <param name="notebook">The notebook, for its name where its first cell names none.</param>
    /// <param name="firstCell">The first Markdown cell; null where the notebook has none.</param>
    /// <param name="text">Writes the parts found.</param>
    public static NotebookSummary Read(SiteNotebook notebook, MarkdownDocument? firstCell, MarkdownText text)
    {
        string name = Path.GetFileNameWithoutExtension(notebook.FileName);
        if (firstCell is null)
            return new(HtmlText.Escape(name), name, "", null, []);

        HeadingBlock? heading = firstCell.Descendants<HeadingBlock>().FirstOrDefault();
        ParagraphBlock? question = firstCell.Descendants<ParagraphBlock>()
            .FirstOrDefault(paragraph => paragraph.Parent is not ListItemBlock && MarkdownText.PlainText(paragraph).Contains('?'));
        ListBlock? list = firstCell.Descendants<ListBlock>().FirstOrDefault();
        string title = heading is null ? HtmlText.Escape(name) : WithoutNumber(text.RenderInline(heading));
        string plain = heading is null ? name : WithoutNumber(MarkdownText.PlainText(heading));
        return new(
            title,
            plain,
            question is null ? "" : Label().Replace(text.RenderInline(question), ""),
            firstCell.Descendants<ParagraphBlock>().Select(MarkdownText.PlainText).Select(FindMinutes).FirstOrDefault(found => found > 0),
            list is null ? [] : [.. list.Descendants<ParagraphBlock>().Select(text.RenderInline)]);
    }

    private static int? FindMinutes(string paragraph) =>
        MinutesNamed().Match(paragraph) is { Success: true } match && int.TryParse(match.Groups[1].Value, out int minutes)
            ? minutes
            : null;

    private static string WithoutNumber(string title) => LeadingNumber().Replace(title, "");

    [GeneratedRegex(@"(\d{1,3})\s*(?:min\b|minutes?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex MinutesNamed();

    [GeneratedRegex(@"^\d{1,2}\s*[.:·–—-]?\s+")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^<strong>[^<]*?(?:question)[^<]*?</strong>[.:]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
