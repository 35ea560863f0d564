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
        string[] files = [.. Directory.GetFiles(site.Folder, "*.html").Order(StringComparer.Ordinal)];
        Assert.True(files.Length > 18, $"The site has only {files.Length} pages.");
        var found = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, _) =>
        {
            await using ChartPage page = await browser.OpenFileAsync(file, 1280);
            // axe reads the style sheets anew, which a browser refuses for files and says so; the page's own complaints come before.
            Assert.Empty(page.Complaints);
            foreach (string complaint in await Axe.FindAsync(page.Page, Path.GetFileName(file)))
                found.Add(complaint);
        });
        Assert.Empty(found.Order(StringComparer.Ordinal));
    }
}
