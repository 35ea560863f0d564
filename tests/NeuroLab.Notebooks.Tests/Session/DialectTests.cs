using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Tests.Session;

/// <summary>What a C# file may hold and a cell may not, or only in another form.</summary>
public sealed class DialectTests(CellLab lab) : IClassFixture<CellLab>
{
    private const string Noisy = "class Noisy(string name) : IDisposable, IAsyncDisposable { public string Name = name; "
        + "public void Dispose() => Console.WriteLine(Name + \" gone\"); "
        + "public ValueTask DisposeAsync() { Console.WriteLine(Name + \" gone later\"); return default; } }\n"
        + "class Quick(string name) : IDisposable { public string Name = name; public void Dispose() => Console.WriteLine(Name + \" gone\"); }\n";

    [Theory]
    [InlineData("using var s = new System.IO.MemoryStream();\ns.WriteByte(1);\ns.Length", "1")]
    [InlineData("Console.Write(1);\nusing System.IO.MemoryStream s = new();\nConsole.Write(s.Length);", "10")]
    [InlineData("using Quick a = new(\"a\"), b = new(\"b\");\nConsole.WriteLine(\"in\");", "in\nb gone\na gone\n")]
    [InlineData("await using var c = new Noisy(\"c\");\nConsole.WriteLine(c.Name);", "c\nc gone later\n")]
    [InlineData("using var d = new Quick(\"d\");\nusing (var e = new Quick(\"e\")) { Console.WriteLine(e.Name); }\nd.Name", "e\ne gone\ndd gone\n")]
    [InlineData("using var n = (Quick)null;\nn == null", "True")]
    [InlineData("using static System.Math;\nusing Numbers = System.Collections.Generic.List<int>;\nnew Numbers { 3 }[0] + Sqrt(4)", "5")]
    public async Task A_using_at_the_top_lasts_until_the_cells_end(string code, string shown)
    {
        await lab.TextAsync(Noisy);
        Assert.Equal(shown, await lab.TextAsync(code));
    }

    [Fact]
    public async Task What_is_used_is_disposed_of_also_where_the_cell_fails_and_can_be_seen_after()
    {
        await lab.TextAsync(Noisy);
        (var outputs, var outcome) = await lab.RunAsync("using var f = new Quick(\"f\");\nthrow new Exception(\"no\");");
        Assert.Equal("f gone\n", Assert.Single(outputs).Text);
        Assert.Equal("System.Exception: no", outcome.Error?.Details[0]);
        Assert.Equal("f", await lab.TextAsync("f.Name"));
    }

    [Fact]
    public async Task What_cannot_be_disposed_of_is_named_and_errors_show_the_line_as_written()
    {
        Assert.Equal("five is declared with using, but its type, int, can't be disposed of. Leave out \"using\".",
            (await lab.ErrorAsync("using var five = 5;")).Message);
        Assert.Contains("    using var g = missing;", (await lab.ErrorAsync("using var g = missing;")).Details);
    }

    // The last line of each is the hint; what it says to write is tried below.
    [Theory]
    [InlineData("namespace X { public class A { } }", "CS7021", "A cell has no namespaces")]
    [InlineData("namespace X;\npublic class A { }", "CS7021", "A cell has no namespaces")]
    [InlineData("static class E { public static int Twice(this int x) => 2 * x; }\n3.Twice()", "CS1109", "write Twice on its own, without the class around it.")]
    [InlineData("static class E { extension(int x) { public int Thrice() => 3 * x; } }\n3.Thrice()", "CS9283", "static int Twice(this int number) => 2 * number;")]
    [InlineData("Span<int> span = stackalloc int[3];\nspan[0] = 1;", "CS8345", "into braces, { ... }, or into a method.")]
    [InlineData("var a = new[] { 1 };\nref int r = ref a[0];\nr = 5;", "CS1003", "into braces, { ... }, or into a method.")]
    [InlineData("yield return 5;", "CS7020", "a method that returns IEnumerable<...>")]
    [InlineData("[assembly: System.Reflection.AssemblyTitle(\"x\")]", "CS7026", "leave this line out")]
    [InlineData("file class F { }", "CS9054", "leave out \"file\"")]
    [InlineData("extern alias A;", "CS7015", "leave this line out")]
    [InlineData("this.ToString()", "CS0027", "A cell is no object.")]
    [InlineData("Console.WriteLine(args.Length);", "CS0103", "string[] args = [];")]
    [InlineData("int i = 1;\nint i = 2;", "CS0102", "leave out its type")]
    public async Task What_only_a_file_may_hold_gets_one_error_and_a_hint(string code, string id, string hint)
    {
        CellError error = await lab.ErrorAsync(code);
        Assert.Single(error.Details, line => line.Contains("error CS", StringComparison.Ordinal));
        Assert.Contains($"error {id}:", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Script", error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Details[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static int Twice(this int x) => 2 * x;\n3.Twice()", "6")]
    [InlineData("{ Span<int> span = stackalloc int[3]; span[0] = 4; Console.Write(span[0]); }", "4")]
    [InlineData("var a = new[] { 1 };\n{ ref int r = ref a[0]; r = 5; }\na[0]", "5")]
    [InlineData("IEnumerable<int> Some() { yield return 5; }\nSome().First()", "5")]
    [InlineData("string[] args = [];\nargs.Length", "0")]
    [InlineData("global using System.IO;\nPath.GetFileName(\"a/b\")", "b")]
    [InlineData("#!/usr/bin/env dotnet\n1 + 1", "2")]
    public async Task What_the_hints_say_works(string code, string shown) => Assert.Equal(shown, await lab.TextAsync(code));

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "This is an F# cell, which this kernel does not run")]
    [InlineData("1\n#!python\nprint(1)", "This is a Python cell, which this kernel does not run")]
    [InlineData("%%bash\nls", "This is a shell cell, which this kernel does not run")]
    [InlineData("\n%%cobol arg\nMOVE", "This is a cobol cell, which this kernel does not run")]
    [InlineData("%%timeit\n1", "#!time tells how long the cell took")]
    [InlineData("#:package Humanizer@2.14.1\n1", "In a cell write: #r \"nuget: Humanizer, 2.14.1\"")]
    [InlineData("#:sdk Microsoft.NET.Sdk.Web\n1", "leave it out")]
    [InlineData("#i \"nuget: nowhere\"", "a package source is an address that begins with https:// or a folder that exists")]
    public async Task What_is_not_for_this_kernel_is_refused_in_words(string code, string message) =>
        Assert.Contains(message, (await lab.ErrorAsync(code)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("class Program { static void Main(string[] args) { } }", "make Main public and add this line below: Program.Main([]);")]
    [InlineData("class Program { public static async Task Main() { } }", "To run it, add this line below: await Program.Main();")]
    [InlineData("static void Main(string[] args) { }", "To run it, add this line below: Main([]);")]
    public async Task A_program_that_only_declares_Main_says_that_nothing_ran(string code, string hint)
    {
        string note = await lab.TextAsync(code);
        Assert.StartsWith("Nothing has run: a cell does not call Main by itself.", note, StringComparison.Ordinal);
        Assert.EndsWith(hint + "\n", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Main_that_is_called_is_no_matter() =>
        Assert.Equal("ran\n", await lab.TextAsync("class Program { public static void Main(string[] args) => Console.WriteLine(\"ran\"); }\nProgram.Main([]);"));
}
