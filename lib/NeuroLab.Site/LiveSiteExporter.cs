using System.Text;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Site;

/// <summary>Writes a course whose cells run in the reader's browser, as files that any web server can hand out.</summary>
public static class LiveSiteExporter
{
    private const string ServiceWorker = "service-worker.js";

    /// <summary>Writes the site. The folder appears whole or not at all.</summary>
    /// <param name="notebooks">The notebooks, in the order of the course.</param>
    /// <param name="files">Files that cells may read, by their path beside the notebooks' folder, such as <c>datasets/iris.csv</c>.</param>
    /// <param name="teaching">The notes for teachers.</param>
    /// <param name="session">The folder of the session that was published for the browser.</param>
    /// <param name="folder">Where the site goes; a site already there is replaced.</param>
    /// <param name="cancellation">Stops the work and leaves the folder as it was.</param>
    /// <returns>The path of <c>index.html</c>.</returns>
    /// <exception cref="OutputException">The folder can't be written, or holds other things than a site.</exception>
    public static async Task<string> ExportAsync(
        IReadOnlyList<SiteNotebook> notebooks, IReadOnlyDictionary<string, string> files, TeachingNotes teaching, string session, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        ArgumentNullException.ThrowIfNull(files);
        var engine = BrowserEngine.Pack(session, files, cancellation);
        JsonObject place = engine.Place();
        place["notebooks"] = new JsonArray([.. notebooks.Select(notebook => JsonValue.Create(notebook.FileName))]);
        LivePages pages = new(notebooks, teaching, place);
        Dictionary<string, string> written = new() { ["index.html"] = await pages.IndexAsync(notebook => ReaderProgress.Of(notebook.Document), cancellation).ConfigureAwait(false) };
        if (await pages.GlossaryAsync(cancellation).ConfigureAwait(false) is { } glossary)
            written[GlossaryPageHtml.PageName] = glossary;
        foreach (SiteNotebook notebook in notebooks)
            written[notebook.PageName] = await pages.NotebookAsync(notebook.Path, notebook.Document, "course", cancellation).ConfigureAwait(false);

        StagedFolder.Write(folder, "Name another folder with --output.", cancellation: cancellation, write: staging =>
        {
            foreach ((string name, string html) in written)
                File.WriteAllText(Path.Combine(staging, name), html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            foreach (SiteNotebook notebook in notebooks)
                notebook.Document.Save(Path.Combine(staging, notebook.FileName));
            SiteAssets.Write(staging, charts: true, math: true);
            LiveAssets.Write(Path.Combine(staging, SiteAssets.Folder));
            Pack(staging, engine, cancellation);
        });
        return Path.Combine(Path.GetFullPath(folder), "index.html");
    }

    // Adds to the pages and what they load the session, the script that keeps all of it in the browser, and all of it compressed.
    private static void Pack(string site, BrowserEngine engine, CancellationToken cancellation)
    {
        (string Path, byte[] Content)[] shown =
        [
            .. Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(site, file).Replace('\\', '/'), File.ReadAllBytes(file))),
        ];
        string version = BrowserEngine.Hash(shown.Prepend((engine.Name, [])));
        JsonArray kept = [.. shown.Select(file => file.Path).Concat(engine.Scripts).Select(path => JsonValue.Create(path))];
        string script = Encoding.UTF8.GetString(LiveAssets.Find(ServiceWorker)!.Bytes.Span)
            .Replace("'VERSION'", $"'{version}'", StringComparison.Ordinal)
            .Replace("'ENGINE'", $"'{engine.Name}'", StringComparison.Ordinal)
            .Replace("['FILES']", kept.ToJsonString(), StringComparison.Ordinal);
        foreach (PackedFile file in PackedFile.All([.. shown, (ServiceWorker, Encoding.UTF8.GetBytes(script))], cancellation))
            file.Write(site);
        engine.Write(site);
        // GitHub Pages would otherwise leave out folders that begin with an underscore.
        File.WriteAllText(Path.Combine(site, ".nojekyll"), "");
    }
}
