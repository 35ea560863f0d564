using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Markdig.Syntax;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Site.Code;
using NeuroLab.Site.Markdown;
using NeuroLab.Site.Outputs;

namespace NeuroLab.Site;

/// <summary>Turns one notebook into its page, cell by cell.</summary>
internal sealed partial class NotebookPageBuilder
{
    /// <summary>What a text cell says where the reader is to predict what the next cell gives.</summary>
    private const string Question = "Predict, then run";

    private readonly SiteNotebook notebook;
    private readonly BoundedWork work;
    private readonly CSharpColorizer? colorizer;
    private readonly MarkdownText text;
    private readonly OutputHtml outputs;
    private readonly StringBuilder body = new();
    private readonly List<ContentsEntry> contents = [];
    private readonly HashSet<string> ids = ["content"];
    private int headingLevel;
    private int codeCells, drawings;
    private bool asked;

    private NotebookPageBuilder(SiteNotebook notebook, IReadOnlyDictionary<string, string> pages, BoundedWork work, CSharpColorizer? colorizer)
    {
        this.notebook = notebook;
        this.work = work;
        this.colorizer = colorizer;
        var links = new SiteLinks(pages, Path.GetDirectoryName(Path.GetFullPath(notebook.Path)), Attachments.Read(notebook.Document));
        text = new MarkdownText(links);
        outputs = new OutputHtml(links, work);
    }

    /// <summary>Builds the page of a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="pages">The site's pages by the file name of their notebook.</param>
    /// <param name="work">Does the work that a cell may make too much of.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<NotebookPage> BuildAsync(
        SiteNotebook notebook, IReadOnlyDictionary<string, string> pages, BoundedWork work, CancellationToken cancellationToken)
    {
        using var colorizer = new CSharpColorizer(OpenNamespaces.For(notebook.Path));
        return await new NotebookPageBuilder(notebook, pages, work, colorizer).BuildAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Builds the live page of a notebook: its cells have names, its code is plain, and its outputs are left to the page's script.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="pages">The site's pages by the file name of their notebook.</param>
    /// <param name="work">Does the work that a cell may make too much of.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Task<NotebookPage> BuildLiveAsync(
        SiteNotebook notebook, IReadOnlyDictionary<string, string> pages, BoundedWork work, CancellationToken cancellationToken) =>
        new NotebookPageBuilder(notebook, pages, work, null).BuildAsync(cancellationToken);

    private bool IsLive => colorizer is null;

    private async Task<NotebookPage> BuildAsync(CancellationToken cancellationToken)
    {
        ColoredCode? previous = null;
        NotebookSummary? summary = null;
        foreach (NotebookCell cell in notebook.Document.Cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (cell.Kind == CellKind.Markdown)
            {
                TextCell shown = await work.RunAsync(
                    stop => ReadText(cell.Source, previous, stop), reason => TextCell.Plain(cell.Source, reason), cancellationToken).ConfigureAwait(false);
                summary ??= shown.Summary;
                asked = cell.Source.Contains(Question, StringComparison.OrdinalIgnoreCase);
                AddText(shown.Body, cell);
            }
            else if (cell.Kind == CellKind.Code && IsLive)
            {
                AddLiveCode(cell);
            }
            else if (cell.Kind == CellKind.Code)
            {
                string source = cell.Source.TrimEnd();
                string language = notebook.Document.LanguageOf(cell);
                ColoredCode code = colorizer is null || language != CellLanguage.CSharp ? ColoredCode.Plain(source, previous) : await work.RunAsync(
                    stop => colorizer.Colorize(source, previous, stop), _ => ColoredCode.Plain(source, previous), cancellationToken).ConfigureAwait(false);
                previous = code;
                await AddCodeAsync(cell, code.Html, language, cancellationToken).ConfigureAwait(false);
                asked = false;
            }
        }

        summary ??= NotebookSummary.Read(notebook, null, text);
        if (headingLevel == 0 && !IsLive)
            body.Insert(0, $"<div class=\"text\"><h1>{summary.Title}</h1></div>\n");
        int failed = notebook.Document.Cells.Count(cell => !cell.RaisesException && cell.Outputs.Any(output => output.Kind == OutputKind.Error));
        return new NotebookPage(notebook, summary, body.ToString(), contents, failed);
    }

    private TextCell ReadText(string source, ColoredCode? previous, CancellationToken cancellationToken)
    {
        if (source.Length > PageLimits.Text)
            throw new InvalidDataException($"it is longer than {PageLimits.Text} characters");
        MarkdownDocument document = MarkdownText.Parse(source);
        if (colorizer is not null)
        {
            foreach (CodeBlock block in document.Descendants<CodeBlock>().Where(FencedCodeRenderer.IsCSharp))
                block.SetData(FencedCodeRenderer.Colored, colorizer.Colorize(block.Lines.ToString(), previous, cancellationToken).Html);
        }

        return new TextCell(text.Render(document), NotebookSummary.Read(notebook, document, text));
    }

    private void AddText(IElement shown, NotebookCell cell)
    {
        foreach (IElement named in shown.QuerySelectorAll("[id]").ToArray())
            named.Id = UniqueId(HtmlText.Slug(named.Id!));
        foreach (IElement frame in shown.QuerySelectorAll("iframe").ToArray())
            frame.SetAttribute("title", string.Create(CultureInfo.InvariantCulture, $"Drawing {++drawings}"));
        foreach (IElement heading in shown.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToArray())
            AddHeading(heading);
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"text\"{(IsLive ? NameOf(cell) : "")}>\n").Append(shown.InnerHtml.Trim()).Append("\n</div>\n");
    }

    // One h1 a page and no level left out, whatever the cells do: screen readers navigate by headings.
    private void AddHeading(IElement heading)
    {
        int level = headingLevel == 0 ? 1 : Math.Clamp(heading.LocalName[1] - '0', 2, headingLevel + 1);
        headingLevel = level;
        IElement leveled = heading.Owner!.CreateElement($"h{HtmlText.Number(level)}");
        leveled.Append([.. heading.ChildNodes]);
        heading.Replace(leveled);
        string id = heading.GetAttribute("id") ?? UniqueId(HtmlText.Slug(leveled.TextContent));
        leveled.Id = id;
        if (level is 2 or 3)
            contents.Add(new ContentsEntry(level, id, WithoutLinks(leveled)));
    }

    private static string WithoutLinks(IElement heading)
    {
        var words = (IElement)heading.Clone();
        foreach (IElement link in words.QuerySelectorAll("a, [id], img").ToArray())
            link.Replace([.. link.ChildNodes]);
        return words.InnerHtml.Trim();
    }

    private string UniqueId(string slug)
    {
        string id = slug.Length == 0 ? "section" : slug;
        for (int n = 2; !ids.Add(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
        return id;
    }

    private async Task AddCodeAsync(NotebookCell cell, string html, string language, CancellationToken cancellationToken)
    {
        int number = ++codeCells;
        string shown = await outputs.WriteAsync(cell, number, cancellationToken).ConfigureAwait(false);
        if (html.Length == 0 && shown.Length == 0)
            return;
        string exercise = ExerciseStub().Match(cell.Source) is { Success: true } match ? match.Groups[1].Value : "";
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"cell{(exercise.Length > 0 ? " exercise" : "")}\" id=\"cell-{number}\">\n");
        if (exercise.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"label\">Exercise {exercise}</p>\n");
        body.Append(CultureInfo.InvariantCulture, $"<span class=\"number\" title=\"Cell {number}\">{number}</span>\n");
        body.Append(CodeBox.Write(html, language)).Append('\n');
        if (shown.Length > 0)
            AddOutputs(shown, folded: asked && !cell.Outputs.Any(output => output.Kind == OutputKind.Error));
        body.Append("</div>\n");
    }

    // Under a question the answer waits until the reader asks for it; an error never does.
    private void AddOutputs(string shown, bool folded)
    {
        if (folded)
            body.Append("<details class=\"outcome\"><summary>Your prediction first. Then see what comes out</summary>\n");
        body.Append("<div class=\"outputs\">\n").Append(shown).Append("\n</div>\n");
        if (folded)
            body.Append("</details>\n");
    }

    private void AddLiveCode(NotebookCell cell)
    {
        string exercise = ExerciseStub().Match(cell.Source) is { Success: true } match ? match.Groups[1].Value : "";
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"cell{(exercise.Length > 0 ? " exercise" : "")}\" id=\"cell-{++codeCells}\"{NameOf(cell)}>\n");
        if (exercise.Length > 0)
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"label\">Exercise {exercise}</p>\n");
        body.Append(CodeBox.Write(HtmlText.Escape(cell.Source), CellLanguage.CSharp)).Append("\n</div>\n");
    }

    private static string NameOf(NotebookCell cell) => $" data-id=\"{HtmlText.Escape(cell.Id ?? "")}\"";

    [GeneratedRegex(@"\A\s*//\s*Exercise\s+(\d+[a-z]?\.\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex ExerciseStub();
}
