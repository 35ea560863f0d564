using System.Text;
using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Site;

/// <summary>Writes notebooks that have run as a web site that needs no server and no network.</summary>
public static class SiteExporter
{
    private const string Remedy = "Name another folder with --output.";

    /// <summary>Says whether a site may be written to a folder, before any work is spent on it.</summary>
    /// <param name="folder">Where the site is to go.</param>
    /// <param name="remedy">What to do where it may not: a sentence that ends the message.</param>
    /// <exception cref="OutputException">The place is a file, can't be written, or holds other things than a site.</exception>
    public static void CheckFolder(string folder, string remedy = Remedy) => StagedFolder.Check(folder, remedy);

    /// <summary>
    /// Writes <c>index.html</c> with the map of the course, a page a notebook, the notebooks themselves with their outputs,
    /// the glossary where one lies beside them, and <c>assets/</c>. The folder appears whole or not at all. The same notebooks always give the same files.
    /// </summary>
    /// <param name="notebooks">The notebooks, in the order of the course. Where two would have one name, the later gets another: <c>01-neuron-2</c>.</param>
    /// <param name="folder">Where the site goes; a site already there is replaced.</param>
    /// <param name="remedy">What to do where it can't be written: a sentence that ends the message.</param>
    /// <param name="cancellationToken">Stops the work and leaves the folder as it was.</param>
    /// <returns>The path of <c>index.html</c>.</returns>
    /// <exception cref="OutputException">The folder can't be written, or holds other things than a site.</exception>
    public static async Task<string> ExportAsync(
        IReadOnlyList<SiteNotebook> notebooks, string folder, string remedy = Remedy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        string? glossary = GlossaryPageHtml.Beside(notebooks);
        IReadOnlyList<SiteNotebook> shown = SiteNames.Give(notebooks, glossary is not null);
        Dictionary<string, string> addresses = [];
        foreach (SiteNotebook notebook in shown)
            addresses.TryAdd(Path.GetFileName(notebook.Path), Uri.EscapeDataString(notebook.PageName));
        addresses["README.md"] = "index.html";
        if (glossary is not null)
            addresses[GlossaryPageHtml.FileName] = GlossaryPageHtml.PageName;
        var pages = new List<NotebookPage>(shown.Count);
        foreach (SiteNotebook notebook in shown)
            pages.Add(await NotebookPageBuilder.BuildAsync(notebook, addresses, new BoundedWork(), cancellationToken).ConfigureAwait(false));
        string? glossaryPage = glossary is null
            ? null
            : await GlossaryPageHtml.WriteAsync(glossary, addresses, new BoundedWork(), cancellationToken).ConfigureAwait(false);

        StagedFolder.Write(
            folder, remedy, staging => Write(pages, glossaryPage, staging), cancellation: cancellationToken);
        return Path.Combine(Path.GetFullPath(folder), "index.html");
    }

    private static void Write(List<NotebookPage> pages, string? glossary, string folder)
    {
        if (glossary is not null)
            WritePage(folder, GlossaryPageHtml.PageName, glossary);
        string index = IndexPageHtml.Write(pages, glossary is not null);
        bool math = pages.Any(page => page.HasMath) || index.Contains("class=\"math", StringComparison.Ordinal);
        SiteAssets.Write(folder, pages.Any(page => page.HasCharts), math);
        WritePage(folder, "index.html", index);
        for (int i = 0; i < pages.Count; i++)
        {
            NotebookPage page = pages[i];
            string html = NotebookPageHtml.Write(page, i > 0 ? pages[i - 1] : null, i + 1 < pages.Count ? pages[i + 1] : null);
            WritePage(folder, page.Notebook.PageName, html);
            page.Notebook.Document.Save(Path.Combine(folder, page.Notebook.FileName));
        }
    }

    // Half a character, which a cell may well have printed, becomes the sign for what can't be read.
    private static void WritePage(string folder, string name, string html) =>
        File.WriteAllText(Path.Combine(folder, name), html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
