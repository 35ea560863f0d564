using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Browser.Tests;

/// <summary>What the reader wrote stays in the browser, and so does the course.</summary>
public sealed class KeepingTests(LiveSite site) : IClassFixture<LiveSite>
{
    [BrowserFact]
    public async Task A_reader_who_comes_back_finds_all_as_it_was_also_without_a_network()
    {
        await using Reader reader = await site.OpenAsync("00-start-here.html");
        await reader.KeptAsync();
        Assert.Contains("42", await reader.RunAsync(1, "#!import \"setup.dib\"\n40 + 2"), StringComparison.Ordinal);
        ILocator text = reader.Page.Locator(".live-text").Last;
        await text.DblClickAsync();
        await reader.Page.Keyboard.PressAsync("Control+A");
        await reader.Page.Keyboard.InsertTextAsync("## Mine\n\nWith **weight**, $x^2$ and [the next](01-neuron.ipynb).\n\n<script>alert(1)</script>");
        await reader.Page.Keyboard.PressAsync("Escape");
        await CheckTextAsync(reader);
        await reader.SavedAsync("00-start-here.ipynb");
        await reader.StartAsync(2, "while (true) { }");
        await reader.SavedAsync("00-start-here.ipynb");
        await reader.Page.CloseAsync();

        using (site.WithoutServer())
        {
            await reader.OpenAsync("");
            await reader.Page.Locator(".map a").First.ClickAsync();
            await reader.Page.WaitForSelectorAsync(".live-cell .cm-content", new() { State = WaitForSelectorState.Attached });
            Assert.Contains("42", await reader.ShownAsync(1), StringComparison.Ordinal);
            Assert.Contains("while (true)", await reader.Page.Locator("#cell-2").InnerTextAsync(), StringComparison.Ordinal);
            await CheckTextAsync(reader);
            await reader.WriteAsync(2, "6 * 7 + Datasets.Iris().Count");
            await reader.RunAsync(1);
            Assert.Contains("192", await reader.RunAsync(2), StringComparison.Ordinal);
        }
    }

    [BrowserFact]
    public async Task Notebooks_go_out_as_a_zip_and_come_back_in_another_browser()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.WriteAsync(1, "\"my own text\"");
        await reader.SavedAsync("01-neuron.ipynb");
        IDownload download = await reader.Page.RunAndWaitForDownloadAsync(() => reader.ChooseAsync("Save all my notebooks as a .zip"));
        string zip = await download.PathAsync();
        using (ZipArchive archive = ZipFile.OpenRead(zip))
        {
            ZipArchiveEntry entry = Assert.Single(archive.Entries);
            Assert.Equal("01-neuron.ipynb", entry.FullName);
            using StreamReader content = new(entry.Open());
            Assert.Contains("my own text", JsonNode.Parse(await content.ReadToEndAsync())!.ToJsonString(), StringComparison.Ordinal);
        }

        await using Reader other = await site.OpenAsync("00-start-here.html");
        await other.LoadAsync(new FilePayload { Name = download.SuggestedFilename, MimeType = "application/zip", Buffer = await File.ReadAllBytesAsync(zip) });
        await other.OpenAsync("01-neuron.html");
        Assert.Contains("my own text", await other.Page.Locator("#cell-1").InnerTextAsync(), StringComparison.Ordinal);

        IFileChooser chooser = await other.Page.RunAndWaitForFileChooserAsync(() => other.ChooseAsync("Load notebooks from a file"));
        await chooser.SetFilesAsync(new FilePayload { Name = "notes.ipynb", MimeType = "application/json", Buffer = "{}"u8.ToArray() });
        await other.Page.WaitForSelectorAsync(".notice:has-text('notes.ipynb is no notebook')");
    }

    [BrowserFact]
    public async Task A_new_version_takes_the_place_of_the_old_when_the_reader_wants_it()
    {
        await using Reader reader = await site.OpenAsync();
        await reader.KeptAsync();
        site.Server.Changed["01-neuron.html"] = (await PageAsync("01-neuron.html")).Replace("<article>", "<p>The second edition</p><article>", StringComparison.Ordinal);
        site.Server.Changed["service-worker.js"] = (await PageAsync("service-worker.js")).Replace("const version = '", "const version = 'next-", StringComparison.Ordinal);
        try
        {
            await reader.Page.ReloadAsync();
            Assert.Equal(0, await reader.Page.Locator(":text('The second edition')").CountAsync());
            await reader.Page.Locator(".notice button:text-is('Take it')").ClickAsync();
            await reader.Page.WaitForSelectorAsync(":text('The second edition')");
            Assert.Equal(1, await reader.Page.EvaluateAsync<int>("async () => (await caches.keys()).filter(name => name.includes(' pages ')).length"));
        }
        finally
        {
            site.Server.Changed.Clear();
        }
    }

    [BrowserFact]
    public async Task Reading_fetches_nothing_of_the_session_but_its_scripts()
    {
        site.Server.Asked.Clear();
        await using Reader reader = await site.OpenAsync();
        await reader.KeptAsync();
        Assert.DoesNotContain(site.Server.Asked, path => path.StartsWith("engine/", StringComparison.Ordinal) && !path.EndsWith(".js", StringComparison.Ordinal));
    }

    private Task<string> PageAsync(string path) => File.ReadAllTextAsync(Path.Combine(site.Built.Folder, path));

    private static async Task CheckTextAsync(Reader reader)
    {
        ILocator text = reader.Page.Locator(".live-text").Last;
        await text.Locator("strong:text-is('weight')").WaitForAsync();
        Assert.Equal(1, await text.Locator(".math .katex").CountAsync());
        Assert.EndsWith("/course/01-neuron.html", await text.Locator("a").GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Contains("<script>", await text.InnerTextAsync(), StringComparison.Ordinal);
    }
}
