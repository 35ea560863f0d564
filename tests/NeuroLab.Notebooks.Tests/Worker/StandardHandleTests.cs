using System.Diagnostics;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Tests.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Notebooks.Tests.Worker;

/// <summary>The standard handles belong to the cells: nothing that is done with them reaches the session's own messages.</summary>
public sealed class StandardHandleTests(CellLab lab) : IClassFixture<CellLab>
{
    [Fact]
    public async Task What_is_written_past_the_console_is_shown_in_its_place()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync("""
            var raw = Console.OpenStandardOutput();
            raw.Write(Encoding.UTF8.GetBytes("stray {\"Kind\":\"Done\"}\nhalf"));
            display(1);
            raw.Write(Encoding.UTF8.GetBytes("\u001e{broken\n"));
            Console.OpenStandardError().Write(Encoding.UTF8.GetBytes("wrong"));
            """);
        Assert.Equal(["stray {\"Kind\":\"Done\"}\nhalf", null, "\u001e{broken\n"],
            outputs.Where(output => IsOutput(output) || output.Kind == OutputKind.DisplayData).Select(output => output.Text));
        Assert.Equal("wrong", Assert.Single(outputs, output => (string?)output.Json["name"] == "stderr").Text);
        Assert.Equal("2", await lab.TextAsync("1 + 1"));
    }

    [UnixFact]
    public async Task What_other_processes_print_is_shown_where_they_print_it()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync("""
            using System.Diagnostics;
            Console.WriteLine("one");
            Process.Start("sh", ["-c", "echo two; echo wrong >&2"]).WaitForExit();
            Console.WriteLine("three");
            Process.Start("sh", ["-c", "echo four"]).WaitForExit();
            """);
        Assert.Equal("one\ntwo\nthree\nfour\n", string.Concat(outputs.Where(IsOutput).Select(output => output.Text)));
        Assert.Equal("wrong\n", string.Concat(outputs.Where(output => !IsOutput(output)).Select(output => output.Text)));
    }

    [UnixFact]
    public async Task Other_processes_find_their_input_at_its_end()
    {
        Assert.Equal("True", await lab.TextAsync("System.Diagnostics.Process.Start(\"cat\").WaitForExit(20000)"));
        Assert.Equal("", await lab.TextAsync("new System.IO.StreamReader(Console.OpenStandardInput()).ReadToEnd()"));
        Assert.Equal("2", await lab.TextAsync("1 + 1"));
    }

    [UnixFact]
    public async Task A_process_that_prints_without_a_line_end_beside_large_displays_disturbs_nothing()
    {
        (IReadOnlyList<NotebookOutput> outputs, CellOutcome outcome) = await lab.RunAsync("""
            var printing = System.Diagnostics.Process.Start("sh", ["-c", "head -c 20000000 /dev/zero | tr '\\0' x"]);
            for (int i = 0; i < 20; i++) display(HTML(new string('d', 200_000)));
            printing.WaitForExit();
            """, seconds: 300);
        Assert.Null(outcome.Error);
        Assert.Equal(20, outputs.Count(output => output.GetText("text/html") == new string('d', 200_000)));
        Assert.Equal(1_000_000, outputs.Where(IsOutput).Sum(output => output.Text?.Length ?? 0));
        Assert.Contains("the rest is left out", outputs[^1].Text, StringComparison.Ordinal);
        Assert.Equal("2", await lab.TextAsync("1 + 1"));
    }

    [UnixFact]
    public async Task Other_processes_do_not_inherit_the_handles_of_the_messages()
    {
        // Whatever this process has been given to inherit, a cell's child has it too, and no more.
        (_, string given, _) = await Command.RunAsync(new ProcessStartInfo("sh", ["-c", "ls /dev/fd/"]), minutes: 1);
        string found = await lab.TextAsync("System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"ls /dev/fd/\"]).WaitForExit();");
        Assert.Empty(found.Split('\n').Except(given.Split('\n')));
    }

    [Fact]
    public async Task Settings_of_the_worker_are_no_settings_of_what_cells_start() =>
        Assert.Equal("0", await lab.TextAsync(
            "Environment.GetEnvironmentVariables().Keys.Cast<string>().Count(name => name.StartsWith(\"DOTNET_\") && name.Contains(\"Enable\"))"));

    [UnixFact]
    public async Task What_looks_like_a_crash_but_is_another_processs_is_shown()
    {
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync(
            "System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"echo early >&2; echo Unhandled exception. It was mine. >&2\"]).WaitForExit();");
        Assert.Equal("early\nUnhandled exception. It was mine.\n", string.Concat(outputs.Select(output => output.Text)));
    }

    private static bool IsOutput(NotebookOutput output) => (string?)output.Json["name"] == "stdout";
}
