namespace NeuroLab.Notebooks.Tests.Session;

/// <summary>What a cell declares anew lets go of what was declared before, unless a function still uses that.</summary>
public sealed class HiddenVariableTests(CellLab lab) : IClassFixture<CellLab>
{
    // Notes every object that it is given, and counts those that are still there.
    private const string Watch = """
        static class Watch
        {
            private static readonly List<WeakReference> all = new();
            public static object Of(object given) { all.Add(new WeakReference(given)); return given; }
            public static int Alive() { GC.Collect(); GC.WaitForPendingFinalizers(); GC.Collect(); return all.Count(one => one.IsAlive); }
        }
        """;

    [Theory]
    [InlineData("var seen = Watch.Of(new object());")]
    [InlineData("var seen = Watch.Of(new object()); var other = seen.GetHashCode();")]
    [InlineData("var seen = Watch.Of(new object()); Func<int> hash = () => seen.GetHashCode();")]
    [InlineData("var seen = Watch.Of(new object()); int Hash() => seen.GetHashCode(); T Same<T>(T x) => x; record Point(int X);")]
    [InlineData("object seen { get; set; } = Watch.Of(new object());")]
    [InlineData("var (seen, one) = (Watch.Of(new object()), 1);")]
    [InlineData("readonly object seen = Watch.Of(new object());")]
    public async Task A_cell_that_runs_again_leaves_nothing_of_the_run_before(string cell)
    {
        await lab.OutputsAsync(Watch);
        for (int i = 0; i < 4; i++)
            await lab.OutputsAsync(cell);
        Assert.Equal("1", await lab.TextAsync("Watch.Alive()"));
    }

    [Fact]
    public async Task Cells_that_use_each_other_leave_one_round_when_they_run_again()
    {
        await lab.OutputsAsync(Watch);
        for (int i = 0; i < 4; i++)
        {
            await lab.OutputsAsync("var model = Watch.Of(new object());");
            await lab.OutputsAsync("var trainer = Watch.Of(new[] { model }); string Show() => $\"{trainer} of {model}\";");
            await lab.OutputsAsync("var result = Show();");
        }

        Assert.Equal("2", await lab.TextAsync("Watch.Alive()"));
    }

    [Fact]
    public async Task Of_a_cell_that_is_still_used_what_is_hidden_goes()
    {
        await lab.OutputsAsync(Watch);
        await lab.OutputsAsync("var kept = 5; var large = Watch.Of(new object());");
        await lab.OutputsAsync("var sum = kept + large.GetHashCode();");
        await lab.OutputsAsync("var large = \"small\";");
        Assert.Equal("0 small 5", await lab.TextAsync("$\"{Watch.Alive()} {large} {kept}\""));
    }

    [Fact]
    public async Task A_method_that_takes_a_type_declared_again_keeps_no_variables_beside_it()
    {
        await lab.OutputsAsync(Watch);
        for (int i = 0; i < 4; i++)
        {
            await lab.OutputsAsync("record Learned(object Net);");
            await lab.OutputsAsync("Learned[] plain = [new(Watch.Of(new object()))]; object Best(Learned one) => one.Net;");
            await lab.OutputsAsync("var first = plain[0]; object OfAll(Learned[] all) => all[0].Net;");
            await lab.OutputsAsync("var all = plain.Select((one, i) => Best(plain[i])).ToArray();");
        }

        Assert.Equal("1 True", await lab.TextAsync("$\"{Watch.Alive()} {Best(plain[0]) == all[0] && OfAll(plain) == first.Net}\""));
    }

    [Fact]
    public async Task Large_arrays_declared_again_and_again_take_the_room_of_one_or_two()
    {
        const string Megabytes = "(int)(GC.GetTotalMemory(true) / 1_000_000)";
        int before = int.Parse(await lab.TextAsync(Megabytes), System.Globalization.CultureInfo.InvariantCulture);
        for (int i = 0; i < 12; i++)
            await lab.OutputsAsync("var big = new float[12_500_000];");
        Assert.InRange(int.Parse(await lab.TextAsync(Megabytes), System.Globalization.CultureInfo.InvariantCulture) - before, 45, 110);
        await lab.OutputsAsync("var big = 0;");
    }

    [Theory]
    [InlineData("string Get() => seen;", "Get()")]
    [InlineData("Func<string> get = () => seen;", "get()")]
    [InlineData("string Got => seen;", "Got")]
    [InlineData("var query = from i in new[] { 0 } select i + seen;", "query.First()[1..]")]
    [InlineData("static class Late { public static Func<string> Get; } Late.Get = delegate { return seen; };", "Late.Get()")]
    [InlineData("var task = Task.Run(async () => { await Task.Delay(500); return seen; });", "await task")]
    [InlineData("Func<string> get; { string Inner() => seen; get = Inner; }", "get()")]
    [InlineData("var kept = 0; var seen = \"one\"; string Get() => seen;", "Get()")]
    public async Task A_function_goes_on_using_the_variable_that_it_was_written_with(string function, string call)
    {
        await lab.OutputsAsync("var kept = 1; var seen = \"one\";");
        await lab.OutputsAsync(function);
        await lab.OutputsAsync("var seen = 2;");
        await lab.OutputsAsync("var seen = \"three\";");
        Assert.Equal("one three", await lab.TextAsync($"$\"{{{call}}} {{seen}}\""));
    }

    [Fact]
    public async Task What_cannot_be_called_does_not_hide_what_can()
    {
        await lab.OutputsAsync("Func<int, int> same = x => x + 1;");
        await lab.OutputsAsync("var same = \"text\";");
        Assert.Equal("text 4", await lab.TextAsync("$\"{same} {same(3)}\""));
    }

    // The compiler gives a call's method the variables of the wrong cell, which reads them as if they were others.
    [Fact]
    public async Task Methods_of_one_name_in_two_cells_are_warned_of()
    {
        Assert.Equal("", await lab.TextAsync("int Twice(int x) => 2 * x; double Twice(double x) => 2 * x;"));
        Assert.Equal("", await lab.TextAsync("double Twice(double x) => x + x; int Twice(int x) => x + x;"));
        string warning = await lab.TextAsync("string Twice(string x) => x + x;");
        Assert.StartsWith("An earlier cell declares Twice too, with other parameters.", warning, StringComparison.Ordinal);
    }
}
