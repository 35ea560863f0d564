using NeuroLab.Site.Markdown;

namespace NeuroLab.Site;

/// <summary>Writes the page of the glossary that lies beside the notebooks.</summary>
internal static class GlossaryPageHtml
{
    /// <summary>The glossary's file.</summary>
    public const string FileName = "glossary.md";

    /// <summary>Its page.</summary>
    public const string PageName = "glossary.html";

    /// <summary>The path of the glossary in the folder of one of the notebooks; null where there is none.</summary>
    /// <param name="notebooks">The site's notebooks.</param>
    public static string? Beside(IEnumerable<SiteNotebook> notebooks) => notebooks
        .Select(notebook => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(notebook.Path)) ?? "", FileName))
        .FirstOrDefault(File.Exists);

    /// <summary>Writes the whole page.</summary>
    /// <param name="path">The path of the glossary.</param>
    /// <param name="pages">The site's pages by the file name of their notebook.</param>
    /// <param name="work">Does the work.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<string> WriteAsync(
        string path, IReadOnlyDictionary<string, string> pages, BoundedWork work, CancellationToken cancellationToken)
    {
        string source = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        var text = new MarkdownText(new SiteLinks(pages, Path.GetDirectoryName(path), new Dictionary<string, string>()));
        string html = (await work.RunAsync(
            _ => text.Render(MarkdownText.Parse(source)), reason => TextCell.Plain(source, reason).Body, cancellationToken).ConfigureAwait(false)).InnerHtml;
        string main = $"<article>\n<div class=\"text\">\n{html.Trim()}\n</div>\n</article>";
        return PageFrame.Write("Glossary - NeuroLab", "Glossary", "", main, main.Contains("class=\"math", StringComparison.Ordinal), charts: false);
    }
}
