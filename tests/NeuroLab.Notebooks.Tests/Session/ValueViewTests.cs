using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Tests.Session;

public sealed class ValueViewTests(CellLab lab) : IClassFixture<CellLab>
{
    private const string Formatted = """
        class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type source) => FormatterSourceType = source;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }
        class View
        {
            public string MimeType { get; set; }
            public Func<Apple, string> Text;
            public bool Format(object value, System.IO.TextWriter writer)
            {
                string text = Text((Apple)value);
                writer.Write(text);
                return text != null;
            }
        }
        class Source
        {
            public IEnumerable<object> CreateTypeFormatters() =>
            [
                new View { MimeType = "text/html", Text = a => a.Weight < 0 ? throw new Exception("too light") : a.Weight == 0 ? null : $"<i>{a.Weight}</i>" },
                new View { MimeType = "text/plain", Text = a => $"apple {a.Weight}" },
                new View { MimeType = "application/x+json", Text = a => $"[{a.Weight}]" },
            ];
        }
        [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "application/x+json" })]
        class Apple { public int Weight { get; set; } }
        class Cox : Apple { }
        """;

    [Theory]
    [InlineData("new[] { 1, 2 }", "[1, 2]")]
    [InlineData("new[] { \"a\", null }", "[\"a\", null]")]
    [InlineData("Enumerable.Range(0, 1000).ToList()", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, ... 980 more]")]
    [InlineData("new Dictionary<string, double> { [\"k\"] = 0.5 }", "{\"k\": 0.5}")]
    [InlineData("(1, \"x\")", "(1, \"x\")")]
    [InlineData("new { A = 1, B = new[] { true } }", "{ A = 1, B = [True] }")]
    [InlineData("typeof(Dictionary<string, int[]>)", "Dictionary<string, int[]>")]
    [InlineData("new Version(1, 2)", "1.2")]
    [InlineData("DayOfWeek.Monday", "Monday")]
    [InlineData("Task.Delay(100000)", "DelayPromise (WaitingForActivation)")]
    public async Task Values_have_a_plain_view(string code, string shown) =>
        Assert.Equal(shown, (await lab.OutputsAsync(code))[0].GetText("text/plain"));

    [Fact]
    public async Task Things_with_members_make_a_table_with_a_column_for_each()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync("new[] { new { A = 1, B = \"<\" }, new { A = 2, B = \"y\" } }");
        Assert.Equal("<table><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tbody><tr><td>0</td><td>1</td><td>&lt;</td></tr>"
            + "<tr><td>1</td><td>2</td><td>y</td></tr></tbody></table>", outputs[0].GetText("text/html"));
    }

    [Fact]
    public async Task Cycles_endless_sequences_and_throwing_members_are_shown_safely()
    {
        Assert.Contains("which holds this", await lab.TextAsync("class Node { public Node Next { get; set; } }\nvar n = new Node(); n.Next = n; n"), StringComparison.Ordinal);
        Assert.Contains("... and more", await lab.TextAsync("IEnumerable<int> Ones() { while (true) yield return 1; }\nOnes()"), StringComparison.Ordinal);
        Assert.Contains("P = (threw FormatException: bad)", await lab.TextAsync("class T { public int P => throw new FormatException(\"bad\"); }\nnew T()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formatters_are_found_by_convention_and_inherited()
    {
        NotebookOutput output = (await lab.OutputsAsync(Formatted + "\nnew Cox { Weight = 3 }"))[0];
        Assert.Equal(["text/html", "application/x+json"], output.MimeTypes);
        Assert.Equal("<i>3</i>", output.GetText("text/html"));
        Assert.Equal(3, (int)output.Data!["application/x+json"]![0]!);
    }

    [Fact]
    public async Task Formatters_serve_values_within_others_and_may_decline()
    {
        await lab.TextAsync(Formatted);
        NotebookOutput inside = (await lab.OutputsAsync("new Dictionary<string, Apple[]> { [\"k\"] = new[] { new Apple { Weight = 4 } } }"))[0];
        Assert.Contains("<td><i>4</i></td>", inside.GetText("text/html"), StringComparison.Ordinal);
        Assert.Equal("{\"k\": [apple 4]}", inside.GetText("text/plain"));
        NotebookOutput declined = (await lab.OutputsAsync("new Apple()"))[0];
        Assert.Contains("<td>Weight</td><td>0</td>", declined.GetText("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formatter_that_throws_fails_the_cell()
    {
        CellError error = await lab.ErrorAsync(Formatted + "\nnew Apple { Weight = -1 }");
        Assert.Equal("The view text/html of Apple failed with Exception: too light", error.Message);
    }

    // As XPlot.Plotly 4.1.0 has it: an attribute of the name, made to another convention.
    [Theory]
    [InlineData("class TypeFormatterSourceAttribute(Type source) : Attribute { public Type Source => source; } [TypeFormatterSource(typeof(int))]")]
    [InlineData("class TypeFormatterSourceAttribute(Type source) : Attribute { public Type FormatterSourceType => source; } [TypeFormatterSource(typeof(int))]")]
    [InlineData("class Bad { public IEnumerable<object> CreateTypeFormatters() => throw new Exception(); } class TypeFormatterSourceAttribute(Type source) : Attribute { public Type FormatterSourceType => source; } [TypeFormatterSource(typeof(Bad))]")]
    [InlineData("class Odd { public IEnumerable<object> CreateTypeFormatters() => [5, \"x\"]; } class TypeFormatterSourceAttribute(Type source) : Attribute { public Type FormatterSourceType => source; public string[] PreferredMimeTypes => [\"text/html\"]; } [TypeFormatterSource(typeof(Odd))]")]
    public async Task What_does_not_keep_to_the_convention_gets_the_plain_view(string source) =>
        Assert.Equal("Plum { Stone = 1 }", (await lab.OutputsAsync(source + " class Plum { public int Stone => 1; }\nnew Plum()"))[0].GetText("text/plain"));

    [Theory]
    [InlineData("typeof(int).GetMethods()")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess()")]
    [InlineData("AppDomain.CurrentDomain")]
    [InlineData("Enumerable.Range(0, 40).Select(a => Enumerable.Range(0, 40).Select(b => Enumerable.Range(0, 40).Select(c => new { A = a, B = b, C = new string('x', c) })))")]
    [InlineData("Enumerable.Range(0, 20).Select(a => new string('<', 19_000)).ToArray()")]
    public async Task Every_view_is_bounded(string code)
    {
        NotebookOutput output = Assert.Single(await lab.OutputsAsync(code));
        Assert.All(output.MimeTypes, type => Assert.InRange(output.GetText(type)!.Length, 1, 150_000));
    }

    [Fact]
    public async Task Where_a_view_is_cut_it_says_how_to_see_the_rest()
    {
        NotebookOutput output = (await lab.OutputsAsync("Enumerable.Range(0, 20).Select(a => new string('x', 9_000)).ToArray()"))[0];
        Assert.EndsWith("<p>... stands for what is left out. To see it, show that part by itself, such as value.Part or list[3].</p>",
            output.GetText("text/html"), StringComparison.Ordinal);
        Assert.EndsWith("such as value.Part or list[3].", output.GetText("text/plain"), StringComparison.Ordinal);
        Assert.DoesNotContain("left out", (await lab.OutputsAsync("new[] { new { A = new[] { 1 } } }"))[0].GetText("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_display_gives_back_is_not_shown_again()
    {
        Assert.Equal(OutputKind.DisplayData, Assert.Single(await lab.OutputsAsync("display(5)")).Kind);
        Assert.Equal("6", Assert.Single(await lab.OutputsAsync("var shown = display(5);\nshown.Update(6);\nshown")).GetText("text/plain"));
    }

    [Fact]
    public async Task Every_value_can_display_itself()
    {
        Assert.Equal("5null[1]", await lab.TextAsync("5.Display();\n((object)null).Display();\nnew[] { 1 }.Display(\"text/plain\");"));
        Assert.Equal("<b>x</b>", Assert.Single(await lab.OutputsAsync("\"<b>x</b>\".DisplayAs(\"text/html\")")).GetText("text/html"));
        Assert.Equal("7", Assert.Single(await lab.OutputsAsync("var later = 6.Display();\nlater.Update(7);")).GetText("text/plain"));
    }

    [Fact]
    public async Task A_view_that_no_one_can_make_is_refused() =>
        Assert.Contains("has no view image/png", (await lab.ErrorAsync("display(1, \"image/png\")")).Message, StringComparison.Ordinal);
}
