using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Site.Tests;

/// <summary>A site written to a folder of its own, for one test.</summary>
internal sealed class Exported : IDisposable
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    private readonly TemporaryFolder root = new();

    /// <summary>The folder of the site.</summary>
    public string Folder => root.At("site");

    /// <summary>The sample course: two notebooks with everything a page can hold.</summary>
    public static SiteNotebook[] SampleCourse() =>
        [.. Directory.GetFiles(Samples, "*.ipynb").Order().Select(path => new SiteNotebook(path, NotebookDocument.Load(path)))];

    /// <summary>The first page of the sample course.</summary>
    public static async Task<IHtmlDocument> SamplePageAsync()
    {
        using var site = new Exported();
        await SiteExporter.ExportAsync(SampleCourse(), site.Folder);
        return site.Open("01-neuron.html");
    }

    /// <summary>The page of a notebook with one Markdown cell.</summary>
    public static Task<IHtmlDocument> TextPageAsync(string markdown) =>
        PageAsync(NotebookCell.Create(CellKind.Markdown, markdown));

    /// <summary>The page of a notebook with one code cell that showed something.</summary>
    public static Task<IHtmlDocument> CodePageAsync(string code, params NotebookOutput[] outputs)
    {
        var cell = NotebookCell.Create(CellKind.Code, code);
        foreach (NotebookOutput output in outputs)
            cell.Outputs.Add(output);
        return PageAsync(cell);
    }

    /// <summary>The page of a notebook with these cells.</summary>
    public static async Task<IHtmlDocument> PageAsync(params NotebookCell[] cells)
    {
        using var site = new Exported();
        return await site.ExportAsync(cells);
    }

    /// <summary>Writes a file beside the notebook.</summary>
    public void WriteBeside(string name, string text) => root.Write(name, text);

    /// <summary>The page of a notebook with one Markdown cell, in the folder of what was written beside it.</summary>
    public Task<IHtmlDocument> TextAsync(string markdown) => ExportAsync(NotebookCell.Create(CellKind.Markdown, markdown));

    /// <summary>Reads a page of the site.</summary>
    public IHtmlDocument Open(string page) => new HtmlParser().ParseDocument(Read(page));

    /// <summary>Reads a file of the site.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Dispose() => root.Dispose();

    private async Task<IHtmlDocument> ExportAsync(params NotebookCell[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (NotebookCell cell in cells)
            document.Cells.Add(cell);
        await SiteExporter.ExportAsync([new SiteNotebook(root.At("09-test.ipynb"), document)], Folder);
        return Open("09-test.html");
    }
}
