using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Tests.Session;

public sealed class DirectiveTests : IAsyncDisposable
{
    private static readonly string Library = typeof(FsCheck.Config).Assembly.Location;
    private readonly TemporaryFolder folder = new();
    private readonly CellLab lab;

    public DirectiveTests() => lab = new CellLab(folder.Path);

    public async ValueTask DisposeAsync()
    {
        await lab.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_assembly_named_by_path_is_there_for_this_and_later_cells()
    {
        File.Copy(Library, folder.At("FsCheck.dll"));
        Assert.Equal("FsCheck", await lab.TextAsync("#r \"FsCheck.dll\"\ntypeof(FsCheck.Config).Assembly.GetName().Name"));
        Assert.Equal("Config", await lab.TextAsync("using FsCheck;\ntypeof(Config)"));
    }

    [Fact]
    public async Task A_missing_or_wrong_assembly_is_named()
    {
        CellError missing = await lab.ErrorAsync("#r \"lib/None.dll\"\n1");
        Assert.Contains("#r \"lib/None.dll\": there is no such file.", missing.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, missing.Message, StringComparison.Ordinal);
        folder.Write("Text.dll", "not an assembly");
        Assert.Contains("not a .NET assembly", (await lab.ErrorAsync("#r \"Text.dll\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_courses_own_assemblies_are_there_already()
    {
        Assert.Equal("NeuroLab", await lab.TextAsync(
            "#r \"../artifacts/bin/NeuroLab/release/NeuroLab.dll\"\ntypeof(NeuroLab.Display.TypeFormatterSourceAttribute).Assembly.GetName().Name"));
    }

    [Fact]
    public async Task Setup_takes_effect_and_its_part_for_other_hosts_is_skipped()
    {
        folder.Write("setup.dib", """
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp"}}

            #!csharp

            #r "../artifacts/bin/NeuroLab.Course/release/NeuroLab.Course.dll"
            using System.Diagnostics;
            using static System.Math;

            #!markdown

            Not run.

            #!csharp

            #if !NEUROLAB_SESSION
            #r "../no/such/host.dll"
            Microsoft.DotNet.Interactive.Nothing();
            #endif
            var fromSetup = 5;
            """);
        Assert.Equal("5", await lab.TextAsync("#!import \"setup.dib\"\nvar watch = new Stopwatch();\nMax(fromSetup, 2)"));
    }

    [Fact]
    public async Task Notebooks_and_scripts_are_imported_in_their_place()
    {
        folder.Write("a.csx", "var order = \"a\";");
        folder.Write("b.ipynb", """
            {"cells":[{"cell_type":"markdown","metadata":{},"source":"text"},
            {"cell_type":"code","metadata":{},"outputs":[],"execution_count":null,"source":["#!import \"a.csx\"\n","order += \"b\";"]}],
            "metadata":{},"nbformat":4,"nbformat_minor":4}
            """);
        Assert.Equal("xab", await lab.TextAsync("var first = \"x\";\n#!import \"b.ipynb\"\nfirst + order"));
    }

    [Fact]
    public async Task Errors_in_imports_name_the_file_and_its_line()
    {
        folder.Write("bad.dib", "#!csharp\n\nint x = foo;\n");
        folder.Write("throws.dib", "#!csharp\n\n\nthrow new Exception(\"here\");\n");
        folder.Write("self.csx", "#!import \"self.csx\"\n");
        folder.Write("x.txt", "");
        Assert.StartsWith("bad.dib(3,9): error CS0103", (await lab.ErrorAsync("#!import \"bad.dib\"")).Message, StringComparison.Ordinal);
        Assert.Contains("  line 4 of throws.dib: throw new Exception(\"here\");", (await lab.ErrorAsync("#!import \"throws.dib\"")).Details);
        Assert.Contains("imports itself", (await lab.ErrorAsync("#!import \"self.csx\"")).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", (await lab.ErrorAsync("#!import \"none.dib\"")).Message, StringComparison.Ordinal);
        Assert.Contains("was expected, but this is a .txt file", (await lab.ErrorAsync("#!import \"x.txt\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_numbers_stay_right_below_directives()
    {
        folder.Write("empty.csx", "");
        Assert.StartsWith("(4,1): error", (await lab.ErrorAsync("#!time\n#!import \"empty.csx\"\n\nfoo")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directives_within_strings_and_comments_are_text()
    {
        Assert.Equal("\n#!nonsense\n#r \"x\"\n", await lab.TextAsync("/*\n#!nonsense\n*/\n@\"\n#!nonsense\n#r \"\"x\"\"\n\""));
    }

    [Fact]
    public async Task Time_is_told_and_unknown_directives_are_refused_with_the_known_ones()
    {
        Assert.Matches(@"^1Wall time: \d+\.\d ms\n$", await lab.TextAsync("#!time\n1"));
        CellError error = await lab.ErrorAsync("1\n#!who\n2");
        Assert.Contains("Line 2: #!who is not known here.", error.Message, StringComparison.Ordinal);
        Assert.Contains("#!import", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_and_import_find_files_from_the_notebooks_folder_and_then_beside_the_file_that_names_them()
    {
        foreach (string name in new[] { "deep/er", "lib" })
            Directory.CreateDirectory(folder.At(name));
        folder.Write("first.csx", "var first = 1;\n#load \"deep/second.csx\"\n");
        folder.Write("deep/second.csx", "#!import \"er/third.dib\"\n#load \"common.csx\"\nvar second = 2;");
        folder.Write("deep/er/third.dib", "#!csharp\nvar third = 3;\n#!fsharp\nlet x = 1\n");
        folder.Write("deep/common.csx", "var common = \"beside\";");
        folder.Write("common.csx", "var common = \"notebook\";");
        Assert.Equal("123 notebook", await lab.TextAsync("#load \"first.csx\"\n$\"{first}{second}{third} {common}\""));
        Assert.Contains("#load \"none.csx\": there is no such file.", (await lab.ErrorAsync("#load \"none.csx\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_an_earlier_section_of_an_import_shows_its_own_line()
    {
        folder.Write("two.dib", "#!csharp\nint Zero() => int.Parse(\"x\");\n\n#!csharp\nvar two = 2;\n");
        await lab.TextAsync("#!import \"two.dib\"");
        Assert.Contains("  line 2 of two.dib: int Zero() => int.Parse(\"x\");", (await lab.ErrorAsync("Zero()")).Details);
    }
}
