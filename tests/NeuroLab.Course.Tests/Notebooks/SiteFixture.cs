using NeuroLab.Notebooks.Running;
using NeuroLab.Site;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>The whole course as a site, from the run that other tests look at too.</summary>
public sealed class SiteFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The site's folder.</summary>
    public string Folder => folder.At("site");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        List<SiteNotebook> notebooks = [];
        foreach (string path in Directory.EnumerateFiles(CourseNotebook.Folder, "*.ipynb").Order(StringComparer.Ordinal))
        {
            NotebookResult result = await CourseRuns.OfAsync(Path.GetFileName(path));
            notebooks.Add(new SiteNotebook(path, result.Document));
        }

        await SiteExporter.ExportAsync(notebooks, Folder);
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
