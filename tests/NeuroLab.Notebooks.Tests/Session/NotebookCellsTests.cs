using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Session.Directives;

namespace NeuroLab.Notebooks.Tests.Session;

public sealed class NotebookCellsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly NotebookCells cells;

    public NotebookCellsTests() => cells = new NotebookCells(new ImportedFiles(folder.Path))
    {
        Told =
        [
            OtherCell.Numbered(1, "#!import \"setup.dib\""),
            OtherCell.Numbered(2, "// the data\nvar (train, test) = Split();\nrecord Point(int X);"),
            OtherCell.Numbered(3, "train"),
            OtherCell.Numbered(4, "int train = 4; using var file = Open(); int.TryParse(\"1\", out int parsed);\nFunc<int, int> f = inner => { int hidden = inner; return hidden; };"),
            OtherCell.Numbered(5, "using Far.Away;"),
        ],
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("train", "cell [3]", "Run cell [2] first, which brings train. It begins: // the data")]
    [InlineData("train", "cell [5]", "Run cell [4] first")]
    [InlineData("Point", "cell [1]", "Run cell [2] first")]
    [InlineData("parsed", "cell [1]", "Run cell [4] first")]
    [InlineData("file", "cell [1]", "Run cell [4] first")]
    [InlineData("file", "cell [9]", "Run cell [4] first")]
    [InlineData("hidden", "cell [1]", null)]
    [InlineData("Split", "cell [1]", null)]
    public void A_name_is_found_in_the_nearest_cell_that_declares_it(string name, string from, string? said)
    {
        string? found = cells.Find(name, [], from);
        if (said is null)
            Assert.Null(found);
        else
            Assert.StartsWith(said, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Imported_files_and_usings_above_count_too()
    {
        Assert.Null(cells.Find("Helper", [], "cell [3]"));
        folder.Write("setup.dib", "#!csharp\n#!import \"setup.dib\"\nusing Some.Space;\nint Helper() => 1;\n");
        Assert.StartsWith("Run cell [1] first", cells.Find("Helper", [], "cell [3]"), StringComparison.Ordinal);
        Assert.StartsWith("Run cell [1] first", cells.Find("Thing", ["Some.Space"], "cell [3]"), StringComparison.Ordinal);
        Assert.Null(cells.Find("Other", ["Far.Away"], "cell [3]"));
    }

    [Fact]
    public void A_cell_that_failed_is_to_be_mended_first()
    {
        cells.Ran("cell [2]", "var broken = ;", ok: false);
        Assert.Equal("cell [2] should bring broken, but it failed. Mend it, run it again, and then this one.", cells.Find("broken", [], "cell [3]"));
        cells.Ran("cell [2]", "var broken = 1;", ok: true);
        Assert.Null(cells.Find("broken", [], "cell [3]"));
    }

    [Fact]
    public async Task An_error_says_which_cell_to_run_first_and_which_failed()
    {
        await using CellLab lab = new(folder.Path);
        lab.Tell([OtherCell.Numbered(1, "net + failed"), OtherCell.Numbered(7, "var net = 3;")]);
        Assert.Contains("    Run cell [7] first, which brings net. It begins: var net = 3;", (await lab.ErrorAsync("net + 1")).Details);
        await lab.ErrorAsync("var failed = nothing;");
        Assert.Contains("    cell [2] should bring failed, but it failed. Mend it, run it again, and then this one.", (await lab.ErrorAsync("failed")).Details);
        await lab.TextAsync("var net = 5; var failed = 1;");
        Assert.Equal("6", await lab.TextAsync("net + failed"));
        Assert.DoesNotContain(" first", (await lab.ErrorAsync("net other = null;")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cell_left_unset_when_it_failed_is_named_where_it_is_missed_until_it_is_mended()
    {
        await using CellLab lab = new(folder.Path);
        const string hint = "cell [1] failed before it was done, so names may not be set. Mend it, run it again, and then this one.";
        await lab.ErrorAsync("string[] names = [$\"{1 / int.Parse(\"0\")}\"];");
        Assert.Equal(hint, (await lab.ErrorAsync("names.Length")).Details[^1]);
        Assert.DoesNotContain(hint, (await lab.ErrorAsync("string other = null; other.Length")).Details);
        await lab.TextAsync("string[] names = null;");
        Assert.DoesNotContain(hint, (await lab.ErrorAsync("names.Length")).Details);
    }
}
