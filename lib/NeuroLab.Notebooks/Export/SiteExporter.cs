namespace NeuroLab.Notebooks.Export;

/// <summary>Writes notebooks that have run as a web site that needs no server and no network.</summary>
public static class SiteExporter
{
    /// <summary>Says whether a site may be written to a folder, before any work is spent on it.</summary>
    /// <param name="folder">Where the site is to go.</param>
    /// <exception cref="SiteExportException">The place is a file, can't be written, or holds other things than a site.</exception>
    public static void CheckFolder(string folder)
    {
        using var trial = new StagedFolder(folder);
    }

    /// <summary>
    /// Writes <c>index.html</c> with the map of the course, a page a notebook, the notebooks themselves with their outputs,
    /// the glossary where one lies beside them, and <c>assets/</c>. The folder appears whole or not at all. The same notebooks always give the same files.
    /// </summary>
    /// <param name="notebooks">The notebooks, in the order of the course. Of two with the same file name the first is shown.</param>
    /// <param name="folder">Where the site goes; a site already there is replaced.</param>
    /// <param name="cancellationToken">Stops the work and leaves the folder as it was.</param>
    /// <returns>The path of <c>index.html</c>.</returns>
    /// <exception cref="SiteExportException">The folder can't be written, or holds other things than a site.</exception>
    public static async Task<string> ExportAsync(
        IReadOnlyList<SiteNotebook> notebooks, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        SiteNotebook[] shown = [.. notebooks.DistinctBy(notebook => notebook.PageName, StringComparer.OrdinalIgnoreCase)];
        var addresses = shown.ToDictionary(notebook => notebook.FileName, notebook => Uri.EscapeDataString(notebook.PageName));
        addresses["README.md"] = "index.html";
        string? glossary = GlossaryPageHtml.Beside(shown);
        if (glossary is not null)
            addresses[GlossaryPageHtml.FileName] = GlossaryPageHtml.PageName;
        var pages = new List<NotebookPage>(shown.Length);
        foreach (SiteNotebook notebook in shown)
            pages.Add(await NotebookPageBuilder.BuildAsync(notebook, addresses, cancellationToken).ConfigureAwait(false));

        using var site = new StagedFolder(folder);
        try
        {
            Write(pages, glossary is null ? null : GlossaryPageHtml.Write(glossary, addresses), site.Staging);
            cancellationToken.ThrowIfCancellationRequested();
            site.Commit();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SiteExportException($"The site can't be written to {folder}: {error.Message} Name another folder with --output.", error);
        }

        return Path.Combine(Path.GetFullPath(folder), "index.html");
    }

    private static void Write(List<NotebookPage> pages, string? glossary, string folder)
    {
        if (glossary is not null)
            File.WriteAllText(Path.Combine(folder, GlossaryPageHtml.PageName), glossary);
        string index = IndexPageHtml.Write(pages, glossary is not null);
        bool math = pages.Any(page => page.HasMath) || index.Contains("class=\"math", StringComparison.Ordinal);
        SiteAssets.Write(folder, pages.Any(page => page.HasCharts), math);
        File.WriteAllText(Path.Combine(folder, "index.html"), index);
        for (int i = 0; i < pages.Count; i++)
        {
            NotebookPage page = pages[i];
            string html = NotebookPageHtml.Write(page, i > 0 ? pages[i - 1] : null, i + 1 < pages.Count ? pages[i + 1] : null);
            File.WriteAllText(Path.Combine(folder, page.Notebook.PageName), html);
            page.Notebook.Document.Save(Path.Combine(folder, page.Notebook.FileName));
        }
    }
}
