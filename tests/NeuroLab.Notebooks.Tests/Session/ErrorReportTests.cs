using NeuroLab.Notebooks.Session;

namespace NeuroLab.Notebooks.Tests.Session;

public sealed class ErrorReportTests(CellLab lab) : IClassFixture<CellLab>
{
    [Fact]
    public async Task A_compile_error_tells_line_column_message_and_shows_the_place()
    {
        CellError error = await lab.ErrorAsync("int a = 1;\n\nint b = a + foo;\n");
        Assert.Equal("CompileError", error.Name);
        Assert.Equal(
        [
            "(3,13): error CS0103: The name 'foo' does not exist in the current context",
            "    int b = a + foo;",
            "                ^",
        ], error.Details);
    }

    [Fact]
    public async Task Nothing_of_a_cell_that_does_not_compile_runs_or_counts()
    {
        await lab.ErrorAsync("var ghost = 1; Console.Write(\"ran\"); foo");
        Assert.Contains("'ghost' does not exist", (await lab.ErrorAsync("ghost")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_lacks_its_using_gets_one_suggested()
    {
        Assert.Contains("    Add \"using System.Diagnostics;\" above it: Stopwatch is there.",
            (await lab.ErrorAsync("var w = new Stopwatch();")).Details);
        Assert.Contains("    Add \"using System.Threading;\" above it: Interlocked is there.",
            (await lab.ErrorAsync("Interlocked.MemoryBarrier();")).Details);
    }

    [Fact]
    public async Task An_exception_is_told_with_the_students_own_lines()
    {
        await lab.TextAsync("int Divide(int a, int b)\n{\n    return a / b;\n}");
        int first = lab.LastNumber;
        CellError error = await lab.ErrorAsync("#!csharp\nvar zero = 0;\n\nvar list = new List<int> { 1 }.Select(x => Divide(x, zero));\nlist.ToList()");
        Assert.Equal("System.DivideByZeroException", error.Name);
        Assert.Equal(
        [
            "System.DivideByZeroException: Attempted to divide by zero.",
            $"  line 3 of cell [{first}]: return a / b;",
            "  line 4 of this cell: var list = new List<int> { 1 }.Select(x => Divide(x, zero));",
            "  line 5 of this cell: list.ToList()",
        ], error.Details);
    }

    [Fact]
    public async Task An_exceptions_cause_is_told_too()
    {
        CellError error = await lab.ErrorAsync(
            "try { int.Parse(\"x\"); } catch (Exception e)\n{ throw new InvalidOperationException(\"outer\", e); }");
        Assert.Equal("System.InvalidOperationException: outer", error.Details[0]);
        Assert.Contains(error.Details, line => line.StartsWith("caused by System.FormatException", StringComparison.Ordinal));
        Assert.DoesNotContain(error.Details, line => line.Contains("NeuroLab.Notebooks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_errors_in_parallel_the_first_is_told_with_its_line_and_how_many_there_were()
    {
        CellError error = await lab.ErrorAsync("Task.WaitAll([.. Enumerable.Range(0, 3).Select(i => Task.Run(() =>\n{ throw new ArgumentException(\"inside\"); }))]);");
        Assert.Equal(("System.ArgumentException", "inside"), (error.Name, error.Message));
        Assert.Contains(error.Details, line => line.StartsWith("  line 2 of this cell", StringComparison.Ordinal));
        Assert.Equal("What ran at the same time failed too: 2 more.", error.Details[^1]);
        Assert.Equal("mine (inside) (inside)", (await lab.ErrorAsync("throw new AggregateException(\"mine\", new ArgumentException(\"inside\"), new ArgumentException(\"inside\"));")).Message);
    }

    [Fact]
    public async Task A_failed_task_tells_its_own_exception()
    {
        CellError error = await lab.ErrorAsync("Task.Run(() => { throw new ArgumentException(\"inside\"); }).Wait();");
        Assert.Equal(("System.ArgumentException", "inside"), (error.Name, error.Message));
    }

    [Fact]
    public async Task Many_errors_are_cut_short()
    {
        CellError error = await lab.ErrorAsync(string.Join('\n', Enumerable.Range(0, 25).Select(i => $"missing{i}();")));
        Assert.Equal("... 15 more errors", error.Details[^1]);
    }
}
