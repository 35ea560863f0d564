using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Documents;

public sealed class DibDocumentTests
{
    [Fact]
    public void Sections_carry_their_language_and_first_line()
    {
        const string Text = "#!meta\n\n{}\n\n#!markdown\n\n# Title\n\n#!csharp\n\n#!time\nvar x = 1;\nx\n\n#!C#\n2\n";
        Assert.Equal(
        [
            new DibSection("meta", "\n{}", 2),
            new DibSection("markdown", "\n# Title", 6),
            new DibSection("csharp", "\n#!time\nvar x = 1;\nx", 10),
            new DibSection("csharp", "2", 16),
        ], DibDocument.Parse(Text));
    }

    [Fact]
    public void A_file_becomes_a_notebook_with_its_languages()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.dib", "#!meta\n\n{}\n\n#!markdown\n\n# Title\n\n#!csharp\n\n1\n\n#!fsharp\n\nlet x = 1\n\n#!python --name x\n\nprint(1)\n");
        NotebookDocument notebook = DibDocument.LoadNotebook(folder.At("a.dib"));
        Assert.Equal(["# Title", "1", "let x = 1", "print(1)"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["csharp", "fsharp", "python"], notebook.Cells.Skip(1).Select(notebook.LanguageOf));
    }

    [Theory]
    [InlineData("""{"kernelspec":{"name":"python3","language":"python"}}""", "{}", "python")]
    [InlineData("""{"kernelspec":{"name":".net-fsharp","language":"F#"}}""", "{}", "fsharp")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"}}""", """{"vscode":{"languageId":"polyglot-notebook"},"polyglot_notebook":{"kernelName":".NET"}}""", "csharp")]
    [InlineData("""{"kernelspec":{"name":"python3","language":"python"}}""", """{"polyglot_notebook":{"kernelName":"csharp"}}""", "csharp")]
    [InlineData("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp"}},"kernelspec":{"language":"C#"}}""", "{}", "fsharp")]
    [InlineData("{}", """{"vscode":5,"dotnet_interactive":{"language":"js"}}""", "javascript")]
    [InlineData("{}", "{}", "csharp")]
    public void A_cells_language_is_what_it_is_marked_with_else_the_notebooks(string notebook, string cell, string language)
    {
        var document = NotebookDocument.Parse("{\"cells\":[{\"cell_type\":\"code\",\"metadata\":" + cell
            + ",\"source\":\"\",\"outputs\":[]}],\"metadata\":" + notebook + ",\"nbformat\":4,\"nbformat_minor\":4}", "a");
        Assert.Equal(language, document.LanguageOf(document.Cells[0]));
    }

    [Fact]
    public void Text_before_the_first_language_line_is_CSharp() =>
        Assert.Equal([new DibSection("csharp", "1", 1)], DibDocument.Parse("1\r\n"));
}
