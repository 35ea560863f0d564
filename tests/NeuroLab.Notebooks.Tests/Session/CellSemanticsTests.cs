using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Notebooks.Tests.Session;

public sealed class CellSemanticsTests(CellLab lab) : IClassFixture<CellLab>
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("0.5f * 3", "1.5")]
    [InlineData("\"text\"", "text")]
    [InlineData("var unseen = 1;", "")]
    [InlineData("Console.WriteLine(7)", "7\n")]
    [InlineData("(string)null", "null")]
    [InlineData("await Task.FromResult(3)", "3")]
    [InlineData("// nothing but a comment", "")]
    [InlineData("", "")]
    [InlineData("using System.IO;", "")]
    [InlineData("int Twice(int x) => 2 * x; Twice(4)", "8")]
    [InlineData("return 5;", "5")]
    [InlineData("Console.Write(1); (object)null", "1null")]
    [InlineData("Console.Write(1);", "1")]
    [InlineData("unsafe { int n = 3; int* there = &n; Console.Write(*there); }", "3")]
    [InlineData("1234567.891", "1234567.891")]
    public async Task The_last_expression_is_shown(string code, string shown) => Assert.Equal(shown, await lab.TextAsync(code));

    [Fact]
    public async Task Variables_usings_types_and_methods_persist()
    {
        await lab.TextAsync("using System.IO; var a = 2; record Point(int X); static class More { public static int Next(int x) => x + 1; }");
        Assert.Equal("3", await lab.TextAsync("var b = More.Next(a); int Add(int c) => b + c;\nnew Point(b).X"));
        Assert.Equal("5True", await lab.TextAsync("display(Add(a));\nFile.Exists(Path.GetTempPath()) || a == 2"));
    }

    // Assemblies that few cells need come in when a cell does not compile without them.
    [Theory]
    [InlineData("using System.Xml.Linq; new XElement(\"a\").ToString()", "<a />")]
    [InlineData("new System.Net.Http.HttpMethod(\"GET\").Method", "GET")]
    [InlineData("new[] { 3, 4 }.AsParallel().Sum()", "7")]
    [InlineData("dynamic d = 5; d + 1", "6")]
    public async Task All_of_the_framework_can_be_used(string code, string shown)
    {
        await using CellLab fresh = new();
        await fresh.TextAsync("var before = new List<int> { 1 };");
        Assert.Equal(shown, await fresh.TextAsync(code));
        Assert.Equal("1", await fresh.TextAsync("before.Count"));
    }

    [Fact]
    public async Task A_variable_can_be_declared_again_with_another_type()
    {
        await lab.TextAsync("var again = 1;");
        Assert.Equal("two", await lab.TextAsync("var again = \"two\"; again"));
    }

    [Fact]
    public async Task What_a_cell_did_before_it_threw_is_kept()
    {
        await lab.ErrorAsync("var kept = 41; kept++; throw new Exception(\"no\");");
        Assert.Equal("42", await lab.TextAsync("kept"));
    }

    // The compiler forgets cells like the middle ones.
    [Fact]
    public async Task Cells_that_declare_nothing_leave_variables_alone()
    {
        await lab.TextAsync("var first = 1; Func<int> later = null;");
        await lab.TextAsync("first + 1");
        await lab.TextAsync("first = 3; int once = 4; later = () => first + once;");
        await lab.TextAsync("later = () => 10 * first;");
        await lab.ErrorAsync("first = 5; throw new Exception(\"no\");");
        Assert.Equal("3", await lab.TextAsync("var second = first - 2; second"));
        Assert.Equal("50 3 4", await lab.TextAsync("$\"{later()} {second} {once}\""));
    }

    [Fact]
    public async Task A_cell_without_code_leaves_variables_alone()
    {
        await lab.TextAsync("var before = 5;");
        await lab.TextAsync("using System.Threading;");
        Assert.Equal("5", await lab.TextAsync("before"));
    }

    [Fact]
    public async Task Only_the_usings_of_Polyglot_are_there()
    {
        await using CellLab fresh = new();
        Assert.Contains("error CS0103", (await fresh.ErrorAsync("File.Exists(\"x\")")).Message, StringComparison.Ordinal);
        Assert.Equal("1", await fresh.TextAsync("new StringBuilder(\"1\").ToString().Where(c => true).ToList().Count"));
    }

    [Fact]
    public async Task Output_keeps_its_order_across_streams_and_displays()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync(
            "Console.Write(\"a\"); Console.Error.Write(\"b\"); Console.Write(\"c\"); display(1); Console.WriteLine(\"d\"); 2");
        Assert.Equal(["a", "b", "c", "1", "d\n", "2"], outputs.Select(output => output.Text ?? output.GetText("text/plain")));
        Assert.Equal("stderr", outputs[1].StreamName);
        Assert.Equal([OutputKind.DisplayData, OutputKind.ExecuteResult], [outputs[3].Kind, outputs[5].Kind]);
        Assert.Equal(lab.LastNumber, (int)outputs[5].Json["execution_count"]!);
    }

    [Fact]
    public async Task Of_an_updated_display_the_last_state_stays_in_its_place()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync(
            "var shown = display(0); Console.Write(\"after\"); foreach (var i in Enumerable.Range(1, 50)) shown.Update(i);");
        Assert.Equal(["50", "after"], outputs.Select(output => output.Text ?? output.GetText("text/plain")));
        Assert.Empty(await lab.OutputsAsync("shown.Update(\"later\");"));
        Assert.Equal("later", outputs[0].GetText("text/plain"));
    }

    [Fact]
    public async Task The_librarys_live_output_is_shown_as_a_display()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync(
            "using (var live = NeuroLab.Charts.LiveOutput.Show(\"start\")) for (int i = 1; i <= 9; i++) live.Update($\"epoch {i}\");");
        Assert.Equal("epoch 9", Assert.Single(outputs).GetText("text/plain"));
    }

    [Fact]
    public async Task MathNets_products_run_on_NeuroLabs_kernels() =>
        Assert.StartsWith("NeuroLab (", await lab.TextAsync("MathNet.Numerics.Providers.LinearAlgebra.LinearAlgebraControl.Provider.ToString()"), StringComparison.Ordinal);

    [Fact]
    public async Task A_cell_that_does_not_compile_leaves_what_was_declared_before_usable()
    {
        await lab.OutputsAsync("using NeuroLab.Layers;\nusing MathNet.Numerics.Random;\nLinear Make() => new Linear(2, 1, new MersenneTwister(1));");
        await lab.ErrorAsync("float x = 1.5 * 2;");
        Assert.Equal("Linear(2, 1)", await lab.TextAsync("Linear made = Make();\nmade.ToString()"));
    }

    [Fact]
    public async Task Html_is_shown_as_it_is()
    {
        Assert.Equal("<b>x</b>", Assert.Single(await lab.OutputsAsync("HTML(\"<b>x</b>\")")).GetText("text/html"));
        Assert.Equal("&lt;b&gt;", Assert.Single(await lab.OutputsAsync("display(\"<b>\", \"text/html\");")).GetText("text/html"));
        Assert.Equal("**x**", Assert.Single(await lab.OutputsAsync("display(\"**x**\", \"text/markdown\");")).GetText("text/markdown"));
    }

    [Fact]
    public async Task Twenty_thousand_lines_arrive_whole_and_soon()
    {
        // A session of its own: on a busy machine the others would wait for it.
        await using CellLab fresh = new();
        var (outputs, outcome) = await fresh.RunAsync("for (int i = 0; i < 20000; i++) Console.WriteLine(i);", seconds: 120);
        Assert.Equal(string.Concat(Enumerable.Range(0, 20000).Select(i => $"{i}\n")), Assert.Single(outputs).Text);
        Assert.True(outcome.Duration < TimeSpan.FromSeconds(60), outcome.Duration.ToString());
    }

    [Fact]
    public async Task A_cell_that_prints_too_much_is_cut_with_a_note()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync("Console.Write(new string('x', 3_000_000));");
        Assert.Equal(1_000_000, outputs[0].Text!.Length);
        Assert.Contains("the rest is left out", outputs[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_input_is_refused_in_plain_words() =>
        Assert.Contains("no keyboard", (await lab.ErrorAsync("Console.ReadLine()")).Message, StringComparison.Ordinal);
}
