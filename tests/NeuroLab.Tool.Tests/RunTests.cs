using System.Text.Json.Nodes;

namespace NeuroLab.Tool.Tests;

public sealed class RunTests : IDisposable
{
    private const string Check = "x == 5 ? \"right\" : \"not yet\"";

    private readonly Tool tool = new();

    [Fact]
    public async Task A_run_reports_on_every_cell_and_writes_a_site()
    {
        tool.WriteNotebook("01-first.ipynb", "md:# First\n\nWhat is six times seven?", "int x = 6;\nConsole.WriteLine(x);", "x * 7");
        (int code, string output, _) = await tool.RunAsync("run", "01-first.ipynb", "--json", "report.json", "--output", "site");

        Assert.Equal(0, code);
        Assert.Contains("01-first.ipynb", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        JsonNode notebook = Report()["notebooks"]!.AsArray().Single()!;
        Assert.Equal(["path", "ok", "seconds", "cells", "charts", "exercises"], notebook.AsObject().Select(entry => entry.Key));
        Assert.True(notebook["ok"]!.GetValue<bool>());
        JsonNode cell = notebook["cells"]![1]!;
        Assert.Equal(["index", "ok", "milliseconds", "outputs", "error"], cell.AsObject().Select(entry => entry.Key));
        Assert.Equal(2, cell["index"]!.GetValue<int>());
        Assert.Contains("text/plain", cell["outputs"]!.AsArray().Select(type => type!.GetValue<string>()));
        Assert.Null(cell["error"]);
        Assert.Contains("42", await File.ReadAllTextAsync(tool.At("site/01-first.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(tool.At("site/index.html")) && File.Exists(tool.At("site/01-first.ipynb")));
    }

    [Fact]
    public async Task Two_cells_with_one_id_run_and_are_told()
    {
        tool.WriteNotebook("twice.ipynb", "int x = 6;", "x * 7");
        await File.WriteAllTextAsync(tool.At("twice.ipynb"), (await File.ReadAllTextAsync(tool.At("twice.ipynb"))).Replace("cell-2", "cell-1", StringComparison.Ordinal));
        (int code, _, string errors) = await tool.RunAsync("run", "twice.ipynb", "--json", "report.json");
        Assert.Equal(0, code);
        Assert.Contains("cell 2: A cell above has the same id; this one gets a new one.", errors, StringComparison.Ordinal);
        Assert.Equal(2, Report()["notebooks"]![0]!["cells"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_dib_runs_like_a_notebook_and_no_other_command_takes_one()
    {
        await File.WriteAllTextAsync(tool.At("first.dib"),
            "#!markdown\n\n# From a dib\n\n#!csharp\n\nint x = 6;\n\n#!csharp\n\nx * 7\n\n#!fsharp\n\nlet y = 1\n");
        await File.WriteAllTextAsync(tool.At("setup.dib"), "throw new Exception();");
        (int code, string output, _) = await tool.RunAsync("run", "first.dib", "--output", "site");
        Assert.Equal(1, code);
        Assert.Contains("This is an F# cell, which this kernel does not run", output, StringComparison.Ordinal);
        string page = await File.ReadAllTextAsync(tool.At("site/first.html"));
        Assert.Contains("From a dib", page, StringComparison.Ordinal);
        Assert.Contains("42", page, StringComparison.Ordinal);
        Assert.Contains("\"kernelName\": \"fsharp\"", await File.ReadAllTextAsync(tool.At("site/first.ipynb")), StringComparison.Ordinal);

        string before = await File.ReadAllTextAsync(tool.At("setup.dib"));
        Assert.Equal(2, (await tool.RunAsync("clean", "setup.dib")).ExitCode);
        Assert.Equal(2, (await tool.RunAsync("run", ".")).ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(tool.At("setup.dib")));
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task A_failed_cell_stops_its_notebook_unless_told_to_keep_going(bool keepGoing, int cells)
    {
        tool.WriteNotebook("a.ipynb", "1 + 1", "throw new InvalidOperationException(\"too hot\");", "2 + 2");
        (int code, string output, _) = await tool.RunAsync(
            ["run", "a.ipynb", "--json", "report.json", .. keepGoing ? ["--keep-going"] : Array.Empty<string>()]);

        Assert.Equal(1, code);
        Assert.Contains("a.ipynb, code cell 2", output, StringComparison.Ordinal);
        Assert.Contains("too hot", output, StringComparison.Ordinal);
        JsonArray reported = Report()["notebooks"]![0]!["cells"]!.AsArray();
        Assert.Equal(cells, reported.Count);
        Assert.Contains("too hot", reported[1]!["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Solve_puts_the_solutions_into_their_cells()
    {
        tool.WriteNotebook("a.ipynb",
            "// Exercise 01.1: choose x.\nint x = 0;", Check,
            "md:<details>\n<summary>Solution 01.1</summary>\n\n```csharp\nint x = 5;\n```\n\n</details>");
        await tool.RunAsync("run", "a.ipynb", "--output", "plain");
        await tool.RunAsync("run", "a.ipynb", "--output", "solved", "--solve");
        Assert.Contains("not yet</pre>", await File.ReadAllTextAsync(tool.At("plain/a.html")), StringComparison.Ordinal);
        Assert.Contains("right</pre>", await File.ReadAllTextAsync(tool.At("solved/a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_without_end_is_stopped_and_reported()
    {
        tool.WriteNotebook("a.ipynb", "while (true) { }");
        (int code, string output, string errors) = await tool.RunAsync("run", "a.ipynb", "--timeout", "3");
        Assert.Equal(1, code);
        Assert.Contains("code cell 1", output, StringComparison.Ordinal);
        Assert.Contains("3 s", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_cell_that_ends_its_process_is_reported()
    {
        tool.WriteNotebook("a.ipynb", "Environment.Exit(0);");
        (int code, string output, _) = await tool.RunAsync("run", "a.ipynb");
        Assert.Equal(1, code);
        Assert.Contains("Environment.Exit(0)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_that_can_not_be_read_does_not_keep_the_others_from_running()
    {
        tool.WriteNotebook("b.ipynb", "6 * 7");
        await File.WriteAllTextAsync(tool.At("a.ipynb"), """{"cells":[{"cell_type":"code","sou""");
        (int code, string output, string errors) = await tool.RunAsync("run", ".", "--json", "report.json", "--output", "site");

        Assert.Equal(2, code);
        Assert.Empty(errors);
        Assert.Matches("(?m)^ *not run +a\\.ipynb", output);
        Assert.Matches("(?m)^ *ok +b\\.ipynb", output);
        Assert.Contains("line 1, column 35", output, StringComparison.Ordinal);
        Assert.Contains("line 1, column 35", Report()["notebooks"]![0]!["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(Report()["notebooks"]![1]!["ok"]!.GetValue<bool>());
        Assert.True(File.Exists(tool.At("site/b.html")));
    }

    [UnixFact]
    public async Task What_commands_a_terminal_never_reaches_it()
    {
        const string Evil = "a\u001b[31m.ipynb";
        tool.WriteNotebook(Evil, "throw new Exception(\"\\u001b[2J\\u009b1m\\u202e\");");
        (int code, string output, _) = await tool.RunAsync("run", Evil);
        Assert.Equal(1, code);
        Assert.Contains("a\u241b[31m.ipynb", output, StringComparison.Ordinal);
        Assert.Contains("\u241b[2J\ufffd1m\ufffd", output, StringComparison.Ordinal);
        Assert.All("\u001b\u009b\u202e", letter => Assert.DoesNotContain(letter, output));
    }

    public void Dispose() => tool.Dispose();

    private JsonNode Report() => JsonNode.Parse(File.ReadAllText(tool.At("report.json")))!;
}
