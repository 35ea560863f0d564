using System.Collections.Concurrent;
using NeuroLab.Tests.Shared.Accessibility;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>Every page of the course's site, for people who can't see it, see it badly, or have no mouse.</summary>
public sealed class SiteAccessibilityTests(BrowserFixture browser, SiteFixture site) : IClassFixture<BrowserFixture>, IClassFixture<SiteFixture>
{
    [BrowserFact]
    public async Task Axe_finds_nothing_on_any_page_light_and_dark_wide_and_narrow()
    {
        string[] files = [.. Directory.GetFiles(site.Folder, "*.html")];
        Assert.Equal(((IReadOnlyCollection<object[]>)CourseNotebook.Names).Count + 2, files.Length);
        ConcurrentBag<string> found = [];
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, _) =>
        {
            await using ChartPage page = await browser.OpenFileAsync(file, 1200);
            // axe reads the style sheets anew, which a browser refuses for files and says so; the page's own complaints come before.
            string[] complaints = [.. page.Complaints.Select(complaint => $"{Path.GetFileName(file)}: {complaint}")];
            foreach (string line in complaints.Concat(await Axe.FindAsync(page.Page, Path.GetFileName(file))))
                found.Add(line);
        });
        Assert.Empty(found.Order(StringComparer.Ordinal));
    }
}
