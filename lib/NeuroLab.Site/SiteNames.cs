namespace NeuroLab.Site;

/// <summary>Gives each notebook of a site names that no other file of the site has.</summary>
internal static class SiteNames
{
    /// <summary>The notebooks with their names.</summary>
    /// <param name="notebooks">The notebooks, in the order of the course.</param>
    /// <param name="hasGlossary">Whether the site has a glossary.</param>
    public static IReadOnlyList<SiteNotebook> Give(IReadOnlyList<SiteNotebook> notebooks, bool hasGlossary)
    {
        // Names that differ in the size of letters alone are one name on many disks.
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "index.html", SiteAssets.Folder };
        if (hasGlossary)
            taken.Add(GlossaryPageHtml.PageName);
        // A notebook keeps the name that it alone has, whatever stands before it.
        HashSet<string> wanted = new(notebooks.Select(notebook => notebook.PageName), StringComparer.OrdinalIgnoreCase);
        return [.. notebooks.Select(notebook =>
        {
            string page = Free(notebook.PageName, taken, wanted);
            string file = Free(notebook.FileName, taken, wanted);
            return notebook with { PageName = page, FileName = file };
        })];
    }

    private static string Free(string name, HashSet<string> taken, HashSet<string> wanted)
    {
        if (taken.Add(name))
            return name;
        (string stem, string extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        string other = $"{stem}-notebook{extension}";
        for (int number = 2; wanted.Contains(other) || !taken.Add(other); number++)
            other = $"{stem}-{number}{extension}";
        return other;
    }
}
