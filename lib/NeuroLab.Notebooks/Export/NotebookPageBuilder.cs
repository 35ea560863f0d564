using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Export.Code;
using NeuroLab.Notebooks.Export.Markdown;
using NeuroLab.Notebooks.Export.Outputs;
using ProjectId = Microsoft.CodeAnalysis.ProjectId;

namespace NeuroLab.Notebooks.Export;

/// <summary>Turns one notebook into its page, cell by cell.</summary>
internal sealed partial class NotebookPageBuilder
{
    private readonly SiteNotebook notebook;
    private readonly MarkdownText text;
    private readonly StringBuilder body = new();
    private readonly List<ContentsEntry> contents = [];
    private readonly HashSet<string> ids = ["content"];
    private int headingLevel;
    private int codeCells;

    private NotebookPageBuilder(SiteNotebook notebook, IReadOnlyDictionary<string, string> pages)
    {
        this.notebook = notebook;
        text = new MarkdownText(new SiteLinks(
            pages, Path.GetDirectoryName(Path.GetFullPath(notebook.Path)), Attachments.Read(notebook.Document)));
    }

    /// <summary>Builds the page of a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="pages">The site's pages by the file name of their notebook.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<NotebookPage> BuildAsync(
        SiteNotebook notebook, IReadOnlyDictionary<string, string> pages, CancellationToken cancellationToken)
    {
        var builder = new NotebookPageBuilder(notebook, pages);
        using var colorizer = new CSharpColorizer(OpenNamespaces.For(notebook.Path));
        return await builder.BuildAsync(colorizer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<NotebookPage> BuildAsync(CSharpColorizer colorizer, CancellationToken cancellationToken)
    {
        ProjectId? previous = null;
        MarkdownDocument? first = null;
        foreach (NotebookCell cell in notebook.Document.Cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (cell.Kind == CellKind.Markdown)
            {
                MarkdownDocument document = MarkdownText.Parse(cell.Source);
                first ??= document;
                await ColorAsync(document, colorizer, previous, cancellationToken).ConfigureAwait(false);
                AddText(document);
            }
            else if (cell.Kind == CellKind.Code)
            {
                string source = cell.Source.TrimEnd();
                (string html, previous) = await colorizer.ColorizeAsync(source, previous, cancellationToken).ConfigureAwait(false);
                AddCode(cell, html);
            }
        }

        var summary = NotebookSummary.Read(notebook, first, text);
        if (!body.ToString().Contains("<h1", StringComparison.Ordinal))
            body.Insert(0, $"<div class=\"text\"><h1>{summary.Title}</h1></div>\n");
        int failed = notebook.Document.Cells.Count(cell => cell.Outputs.Any(output => output.Kind == OutputKind.Error));
        return new NotebookPage(notebook, summary, body.ToString(), contents, failed);
    }

    private static async Task ColorAsync(
        MarkdownDocument document, CSharpColorizer colorizer, ProjectId? previous, CancellationToken cancellationToken)
    {
        foreach (CodeBlock block in document.Descendants<CodeBlock>().Where(FencedCodeRenderer.IsCSharp))
        {
            (string html, _) = await colorizer.ColorizeAsync(block.Lines.ToString(), previous, cancellationToken).ConfigureAwait(false);
            block.SetData(FencedCodeRenderer.Colored, html);
        }
    }

    private void AddText(MarkdownDocument document)
    {
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
            AddHeading(heading);
        body.Append("<div class=\"text\">\n").Append(text.Render(document)).Append("</div>\n");
    }

    // One h1 a page and no level left out, whatever the cells do: screen readers navigate by headings.
    private void AddHeading(HeadingBlock heading)
    {
        int level = headingLevel == 0 ? 1 : Math.Clamp(heading.Level, 2, headingLevel + 1);
        heading.Level = headingLevel = level;
        string id = UniqueId(HtmlText.Slug(MarkdownText.PlainText(heading)));
        heading.GetAttributes().Id = id;
        if (level is 2 or 3)
            contents.Add(new ContentsEntry(level, id, Links().Replace(text.RenderInline(heading), "")));
    }

    private string UniqueId(string slug)
    {
        string id = slug.Length == 0 ? "section" : slug;
        for (int n = 2; !ids.Add(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        return id;
    }

    private void AddCode(NotebookCell cell, string html)
    {
        int number = ++codeCells;
        string outputs = OutputHtml.Write(cell, number);
        if (html.Length == 0 && outputs.Length == 0)
            return;
        string exercise = ExerciseStub().Match(cell.Source) is { Success: true } match ? match.Groups[1].Value : "";
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"cell{(exercise.Length > 0 ? " exercise" : "")}\" id=\"cell-{number}\">\n");
        if (exercise.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"label\">Exercise {exercise}</p>\n");
        body.Append(CultureInfo.InvariantCulture, $"<span class=\"number\" title=\"Cell {number}\">{number}</span>\n");
        body.Append(CodeBox.Write(html, "csharp")).Append('\n');
        if (outputs.Length > 0)
            body.Append("<div class=\"outputs\">\n").Append(outputs).Append("\n</div>\n");
        body.Append("</div>\n");
    }

    [GeneratedRegex(@"\A\s*//\s*Exercise\s+(\d+\.\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex ExerciseStub();

    [GeneratedRegex(@"</?a\b[^>]*>")]
    private static partial Regex Links();
}
