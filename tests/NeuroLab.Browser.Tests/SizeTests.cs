using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Browser.Tests;

/// <summary>What a reader must fetch before his first cell has run.</summary>
[Collection(nameof(LiveSite))]
public sealed class SizeTests(LiveSite site)
{
    private const long Most = 10_000_000;

    [BrowserFact]
    public async Task The_first_cell_costs_at_most_ten_megabytes()
    {
        await using Reader reader = await site.NewReaderAsync(keeps: false);
        site.Server.Asked.Clear();
        await reader.OpenAsync("01-neuron.html");
        await reader.RunAsync(1);
        string[] asked = [.. site.Server.Asked.Distinct()];
        Assert.Contains(asked, path => path.EndsWith("Microsoft.CodeAnalysis.CSharp.dll.gz", StringComparison.Ordinal));

        // A server may compress by gzip alone, or by Brotli as well.
        long gzip = asked.Sum(path => Size(path, ".gz")), brotli = asked.Sum(path => Size(path.Replace(".gz", "", StringComparison.Ordinal), ".br"));
        Assert.True(gzip < Most, $"{gzip} bytes by gzip, {brotli} by Brotli");
        Assert.True(brotli < gzip, $"{gzip} bytes by gzip, {brotli} by Brotli");
    }

    [BrowserFact]
    public void Every_file_lies_there_compressed_and_nothing_is_there_that_no_cell_needs()
    {
        string[] files = Directory.GetFiles(site.Folder, "*", SearchOption.AllDirectories);
        Assert.All(files.Where(file => Path.GetExtension(file) is ".html" or ".js" or ".css" or ".dll" or ".wasm" or ".ipynb"), file =>
        {
            Assert.Contains(file + ".gz", files);
            Assert.Contains(file + ".br", files);
        });
        Assert.DoesNotContain(files, file => Path.GetExtension(file) is ".pdb" or ".xml" || file.Contains(".resources.", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => Path.GetFileName(file) is "17-plotly-net.html");
        Assert.Contains("Browsers run it from a web server", site.Said, StringComparison.Ordinal);
    }

    private long Size(string path, string ending)
    {
        string file = Path.Combine(site.Folder, path);
        FileInfo packed = new(file + ending);
        return packed.Exists ? packed.Length : File.Exists(file) ? new FileInfo(file).Length : 0;
    }
}
