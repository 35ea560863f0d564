using System.Text.Json.Nodes;
using Markdig.Syntax;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Site.Html;
using NeuroLab.Site.Markdown;

namespace NeuroLab.Site;

/// <summary>Writes the pages of a course that is read and changed in the browser. They look like the exported ones.</summary>
public sealed class LivePages
{
    private readonly IReadOnlyList<SiteNotebook> notebooks;
    private readonly string? glossary;
    private readonly Dictionary<string, string> addresses = [];
    private readonly JsonObject? session;
    private readonly TeachingNotes teaching;

    /// <summary>Pages for these notebooks.</summary>
    /// <param name="notebooks">The notebooks, in the order of the course.</param>
    /// <param name="teaching">The notes for teachers.</param>
    /// <param name="session">Where pages find the session that runs in the browser; null where a server runs the cells.</param>
    public LivePages(IReadOnlyList<SiteNotebook> notebooks, TeachingNotes teaching, JsonObject? session = null)
    {
        (this.teaching, this.session) = (teaching, session);
        glossary = GlossaryPageHtml.Beside(notebooks);
        this.notebooks = SiteNames.Give(notebooks, glossary is not null);
        foreach (SiteNotebook notebook in this.notebooks)
            addresses.TryAdd(Path.GetFileName(notebook.Path), Uri.EscapeDataString(notebook.PageName));
        addresses["README.md"] = "index.html";
        if (glossary is not null)
            addresses[GlossaryPageHtml.FileName] = GlossaryPageHtml.PageName;
    }

    /// <summary>The map of the course.</summary>
    /// <param name="progress">How far the reader is with a notebook.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string> IndexAsync(Func<SiteNotebook, ReaderProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var pages = new List<NotebookPage>(notebooks.Count);
        foreach (SiteNotebook notebook in notebooks)
            pages.Add(await SummaryAsync(notebook, cancellation).ConfigureAwait(false));
        JsonObject data = new()
        {
            ["keptHere"] = session is not null,
            ["notebooks"] = new JsonArray([.. notebooks.Select(notebook => progress(notebook).ToJson(notebook.FileName))]),
        };
        return IndexPageHtml.Write(pages, glossary is not null, Live(data, "map"));
    }

    /// <summary>The glossary; null where the course has none.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string?> GlossaryAsync(CancellationToken cancellation) => glossary is null
        ? null
        : await GlossaryPageHtml.WriteAsync(glossary, addresses, new BoundedWork(), cancellation).ConfigureAwait(false);

    /// <summary>The file whose page has a name; null where none has.</summary>
    /// <param name="pageName">Such as <c>01-neuron.html</c>.</param>
    public string? FileOf(string pageName) => notebooks.FirstOrDefault(notebook => notebook.PageName == pageName)?.Path;

    /// <summary>The page of a notebook.</summary>
    /// <param name="path">Its file, one of the course.</param>
    /// <param name="document">The notebook as it is now.</param>
    /// <param name="revision">The name of that state.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string> NotebookAsync(string path, NotebookDocument document, string revision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        int at = notebooks.ToList().FindIndex(notebook => notebook.Path == path);
        SiteNotebook shown = notebooks[at] with { Document = document };
        NotebookPage page = await NotebookPageBuilder.BuildLiveAsync(shown, addresses, new BoundedWork(), cancellation).ConfigureAwait(false);
        NotebookPage? previous = at > 0 ? await SummaryAsync(notebooks[at - 1], cancellation).ConfigureAwait(false) : null;
        NotebookPage? next = at + 1 < notebooks.Count ? await SummaryAsync(notebooks[at + 1], cancellation).ConfigureAwait(false) : null;
        var data = new JsonObject
        {
            ["name"] = Path.GetFileName(path),
            ["minutes"] = page.Summary.Minutes,
            ["teaching"] = teaching.Of(Path.GetFileName(path)),
            ["kept"] = new JsonObject { ["revision"] = revision, ["notebook"] = JsonNode.Parse(document.ToJson()) },
            ["rules"] = HtmlRules.ToJson(),
            ["session"] = session?.DeepClone(),
        };
        return NotebookPageHtml.Write(page, previous, next, Live(data, "main"), isKeptInBrowser: session is not null);
    }

    /// <summary>The HTML of a text cell.</summary>
    /// <param name="path">The notebook's file, one of the course.</param>
    /// <param name="document">The notebook as it is now.</param>
    /// <param name="markdown">The text of the cell.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string> TextAsync(string path, NotebookDocument document, string markdown, CancellationToken cancellation)
    {
        var text = new MarkdownText(new SiteLinks(addresses, Path.GetDirectoryName(path), Attachments.Read(document)));
        TextCell shown = await new BoundedWork().RunAsync(
            _ => new TextCell(text.Render(MarkdownText.Parse(markdown)), null), reason => TextCell.Plain(markdown, reason), cancellation).ConfigureAwait(false);
        return shown.Body.InnerHtml.Trim();
    }

    /// <summary>A sentence in Markdown as HTML.</summary>
    /// <param name="markdown">The sentence.</param>
    public static string Inline(string markdown)
    {
        var text = new MarkdownText(new SiteLinks(new Dictionary<string, string>(), null, new Dictionary<string, string>()));
        return MarkdownText.Parse(markdown).Descendants<ParagraphBlock>().FirstOrDefault() is { } paragraph ? text.RenderInline(paragraph) : "";
    }

    // What a page is told, and the module that begins it.
    private static string Live(JsonObject data, string module) =>
        $"<script type=\"application/json\" id=\"live-data\">{data.ToJsonString()}</script>\n<script type=\"module\" src=\"assets/page/{module}.js\"></script>\n";

    // What the map and the links to the neighbours need: the first text cell alone.
    private async Task<NotebookPage> SummaryAsync(SiteNotebook notebook, CancellationToken cancellation)
    {
        NotebookCell? first = notebook.Document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown);
        var head = NotebookDocument.Create();
        if (first is not null)
            head.Cells.Add(NotebookCell.Create(CellKind.Markdown, first.Source));
        NotebookPage page = await NotebookPageBuilder
            .BuildLiveAsync(notebook with { Document = head }, addresses, new BoundedWork(), cancellation).ConfigureAwait(false);
        return page with { Notebook = notebook, Body = "" };
    }
}
