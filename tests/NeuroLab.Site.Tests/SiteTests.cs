using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Writing;

namespace NeuroLab.Site.Tests;

public sealed class SiteTests
{
    [Fact]
    public async Task The_map_tells_what_each_notebook_says_of_itself()
    {
        using var site = new Exported();
        await SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder);
        IElement first = site.Open("index.html").QuerySelectorAll(".map > li")[0];
        Assert.Equal("01", first.QuerySelector(".step")!.TextContent);
        Assert.Equal("The neuron", first.QuerySelector("h2")!.TextContent);
        Assert.Equal("01-neuron.html", first.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal("How can a sum of three dice become a decision?", first.QuerySelector("p")!.TextContent);
        Assert.Equal(3, first.QuerySelectorAll("li").Length);
        Assert.Equal("25 minutes", first.QuerySelector(".minutes")!.TextContent);
        Assert.Equal("1 cell failed in this run.", first.QuerySelector(".failed")!.TextContent);
    }

    [Fact]
    public async Task Links_between_notebooks_become_links_between_pages()
    {
        IHtmlDocument page = await Exported.SamplePageAsync();
        string[] links = [.. page.QuerySelectorAll("article a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(["https://example.org/", "02-weight-shapes.html#a-weighted-sum"], links);
        Assert.Contains("Before it: Start here.", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_glossary_beside_the_notebooks_becomes_a_page_and_the_map_is_the_first_page()
    {
        using var folder = new TemporaryFolder();
        using var site = new Exported();
        folder.Write("glossary.md", "# Glossary\n\n| term | taught in |\n|---|---|\n| weight | [01](01-neuron.ipynb) |\n");
        var document = NotebookDocument.Create();
        document.Cells.Add(NotebookCell.Create(CellKind.Markdown, "# 01 · The neuron\n\n[All terms](glossary.md), [map](README.md)"));
        await SiteExporter.ExportAsync([new SiteNotebook(folder.At("01-neuron.ipynb"), document)], site.Folder);

        Assert.Equal(["glossary.html", "index.html"], site.Open("01-neuron.html").QuerySelectorAll("article a").Select(link => link.GetAttribute("href")));
        Assert.Equal("01-neuron.html", site.Open("glossary.html").QuerySelector("td a")!.GetAttribute("href"));
        Assert.Equal("glossary.html", site.Open("index.html").QuerySelector(".lead a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Every_link_within_the_site_leads_somewhere()
    {
        using var site = new Exported();
        await SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder);
        foreach (string file in Directory.GetFiles(site.Folder, "*.html"))
        {
            IHtmlDocument page = site.Open(Path.GetFileName(file));
            foreach (IElement element in page.QuerySelectorAll("a[href], script[src], link[href]:not([rel=icon])"))
            {
                string address = element.GetAttribute("href") ?? element.GetAttribute("src")!;
                if (address.StartsWith("https:", StringComparison.Ordinal))
                    continue;
                string[] parts = address.Split('#');
                IHtmlDocument target = parts[0].EndsWith(".html", StringComparison.Ordinal) ? site.Open(parts[0]) : page;
                Assert.True(parts[0].Length == 0 || File.Exists(Path.Combine(site.Folder, parts[0])), $"{file}: {address}");
                Assert.True(parts.Length == 1 || target.GetElementById(parts[1]) is not null, $"{file}: {address}");
            }
        }
    }

    [Fact]
    public async Task Pages_lead_to_the_ones_before_and_after()
    {
        using var site = new Exported();
        await SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder);
        Assert.Equal("02-weight-shapes.html", site.Open("01-neuron.html").QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("01-neuron.html", site.Open("02-weight-shapes.html").QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_scripts_of_others_bring_their_licences()
    {
        using var site = new Exported();
        await SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder);
        Assert.All(["plotly.js", "katex"], name => Assert.Contains(name, site.Read("assets/NOTICES.md"), StringComparison.Ordinal));
        Assert.Contains("Permission is hereby granted", site.Read("assets/LICENSE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_exports_are_the_same_to_the_byte()
    {
        using var one = new Exported();
        using var other = new Exported();
        await SiteExporter.ExportAsync(Exported.SampleCourse(), one.Folder);
        await SiteExporter.ExportAsync(Exported.SampleCourse(), other.Folder);
        string[] files = [.. Files(one.Folder)];
        Assert.Equal(files, Files(other.Folder));
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(one.Folder, file)), File.ReadAllBytes(Path.Combine(other.Folder, file))));
    }

    [Fact]
    public async Task A_site_replaces_the_one_before_it()
    {
        using var site = new Exported();
        await SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder);
        await SiteExporter.ExportAsync(Exported.SampleCourse()[..1], site.Folder);
        Assert.True(File.Exists(Path.Combine(site.Folder, "01-neuron.html")));
        Assert.False(File.Exists(Path.Combine(site.Folder, "02-weight-shapes.html")));
        Assert.Equal(["site"], Directory.GetFileSystemEntries(Path.GetDirectoryName(site.Folder)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Notebooks_that_would_have_one_name_all_get_a_page()
    {
        using var site = new Exported();
        using TemporaryFolder source = new();
        source.Write("glossary.md", "# Glossary of the course");
        string[] names = ["index.ipynb", "index-notebook.ipynb", "glossary.ipynb", "a.ipynb", "A.ipynb"];
        await SiteExporter.ExportAsync([.. names.Select(name => Notebook(source.At(name), $"# The text of {name}"))], site.Folder);

        Assert.Equal(
            ["A-notebook.html", "a.html", "glossary-notebook.html", "glossary.html", "index-2.html", "index-notebook.html", "index.html"],
            Files(site.Folder).Where(file => file.EndsWith(".html", StringComparison.Ordinal)));
        Assert.Equal(5, site.Open("index.html").QuerySelectorAll(".map h2 a").Length);
        Assert.Contains("The text of index-notebook.ipynb", site.Read("index-notebook.html"), StringComparison.Ordinal);
        Assert.Contains("The text of index.ipynb", site.Read("index-2.html"), StringComparison.Ordinal);
        Assert.Contains("The text of glossary.ipynb", site.Read("glossary-notebook.html"), StringComparison.Ordinal);
        Assert.Contains("Glossary of the course", site.Read("glossary.html"), StringComparison.Ordinal);
        Assert.Contains("The text of A.ipynb", site.Read("A-notebook.html"), StringComparison.Ordinal);
        Assert.Contains("The text of A.ipynb", site.Read("A-notebook.ipynb"), StringComparison.Ordinal);

        static SiteNotebook Notebook(string path, string text)
        {
            var document = NotebookDocument.Create();
            document.Cells.Add(NotebookCell.Create(CellKind.Markdown, text));
            return new SiteNotebook(path, document);
        }
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        using var site = new Exported();
        Directory.CreateDirectory(site.Folder);
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "thesis.tex"), "precious");
        var error = await Assert.ThrowsAsync<OutputException>(() => SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder));
        Assert.Contains("thesis.tex", error.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.tex"], Files(site.Folder));
    }

    [Fact]
    public async Task A_stopped_export_leaves_the_old_site()
    {
        using var site = new Exported();
        await SiteExporter.ExportAsync(Exported.SampleCourse()[..1], site.Folder);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SiteExporter.ExportAsync(Exported.SampleCourse(), site.Folder, cancellationToken: cancel.Token));
        Assert.False(File.Exists(Path.Combine(site.Folder, "02-weight-shapes.html")));
        Assert.Equal(["site"], Directory.GetFileSystemEntries(Path.GetDirectoryName(site.Folder)!).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_killed_export_left_is_cleared_away()
    {
        using var site = new Exported();
        string parent = Path.GetDirectoryName(site.Folder)!;
        Directory.CreateDirectory(Path.Combine(parent, ".site.new-2147483647"));
        SiteExporter.CheckFolder(site.Folder);
        Assert.Empty(Directory.GetFileSystemEntries(parent));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        using var site = new Exported();
        File.WriteAllText(site.Folder, "a file");
        Assert.Contains("is a file", Assert.Throws<OutputException>(() => SiteExporter.CheckFolder(site.Folder)).Message, StringComparison.Ordinal);
        string below = Path.Combine(site.Folder, "deeper");
        Assert.Contains("can't be written", Assert.Throws<OutputException>(() => SiteExporter.CheckFolder(below)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
