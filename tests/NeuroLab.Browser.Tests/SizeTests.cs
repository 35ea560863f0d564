using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Browser.Tests;

/// <summary>What a reader must fetch before his first cell has run.</summary>
public sealed class SizeTests(LiveSite site) : IClassFixture<LiveSite>
{
    private const long Most = 10_000_000;

    [BrowserFact]
    public async Task The_first_cell_costs_at_most_ten_megabytes()
    {
        site.Server.Asked.Clear();
        await using Reader reader = await site.OpenAsync(keeps: false);
        await reader.RunAsync(1);
        string[] asked = [.. site.Server.Asked.Distinct()];
        Assert.Contains(asked, path => path.EndsWith("Microsoft.CodeAnalysis.CSharp.dll.gz", StringComparison.Ordinal));

        // A server may compress by gzip alone, or by Brotli as well.
        long gzip = asked.Sum(path => site.Built.Size(path, ".gz")), brotli = asked.Sum(path => site.Built.Size(path, ".br"));
        Assert.True(gzip < Most, $"{gzip} bytes by gzip, {brotli} by Brotli");
        Assert.True(brotli < gzip, $"{gzip} bytes by gzip, {brotli} by Brotli");
    }

    [BrowserFact]
    public void Every_file_lies_there_compressed_and_nothing_is_there_that_no_cell_needs()
    {
        string[] files = Directory.GetFiles(site.Built.Folder, "*", SearchOption.AllDirectories);
        Assert.All(files.Where(file => Path.GetExtension(file) is ".html" or ".js" or ".css" or ".dll" or ".wasm" or ".ipynb"), file =>
        {
            Assert.Contains(file + ".gz", files);
            Assert.Contains(file + ".br", files);
        });
        Assert.DoesNotContain(files, file => Path.GetExtension(file) is ".pdb" or ".xml" || file.Contains(".resources.", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => Path.GetFileName(file) is "17-plotly-net.html");
        Assert.Contains("Browsers run it from a web server", site.Built.Said, StringComparison.Ordinal);
    }
}
