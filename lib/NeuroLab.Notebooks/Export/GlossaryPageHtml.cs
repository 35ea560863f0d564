using Markdig.Syntax;
using NeuroLab.Notebooks.Export.Markdown;

namespace NeuroLab.Notebooks.Export;

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
    public static string Write(string path, IReadOnlyDictionary<string, string> pages)
    {
        MarkdownDocument document = MarkdownText.Parse(File.ReadAllText(path));
        var text = new MarkdownText(new SiteLinks(pages, null, new Dictionary<string, string>()));
        string main = $"<article>\n<div class=\"text\">\n{text.Render(document).TrimEnd()}\n</div>\n</article>";
        return PageFrame.Write("Glossary - NeuroLab", "Glossary", "", main, main.Contains("class=\"math", StringComparison.Ordinal), charts: false);
    }
}
