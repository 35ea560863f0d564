using System.Diagnostics;
using System.Globalization;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;
using NeuroLab.Notebooks.Tests.Session;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Notebooks.Tests.Worker;

public sealed class HostileCellTests
{
    [Theory]
    [InlineData("Environment.Exit(3);", "ProcessExit", "The cell called Environment.Exit(3)")]
    [InlineData("int Down(int x) => Down(x + 1) + 1; Down(0)", "StackOverflow", "a method calls itself without end. It was in Down(Int32)")]
    [InlineData("Environment.FailFast(\"the end\");", "FailFast", "Environment.FailFast, which ends the session: the end")]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"loose\")).Start(); await Task.Delay(10000);",
        "UnhandledException", "System.Exception: loose")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "Killed", "killed the session")]
    public async Task A_cell_that_ends_its_process_is_reported_with_all_it_printed(string code, string name, string message)
    {
        await using CellLab lab = new();
        var (outputs, outcome) = await lab.RunAsync("Console.WriteLine(\"before\");\n" + code, seconds: 30);
        Assert.Equal(name, outcome.Error?.Name);
        Assert.Contains(message, outcome.Error!.Message, StringComparison.Ordinal);
        Assert.True(outcome.SessionEnded);
        Assert.Equal("before\n", outputs[0].Text);
        await Assert.ThrowsAsync<InvalidOperationException>(() => lab.RunAsync("1"));
    }

    [Fact]
    public async Task A_loop_without_end_is_stopped_in_time()
    {
        await using CellLab lab = new();
        await lab.TextAsync("1");
        var (outputs, outcome) = await lab.RunAsync("Console.Write(\"half a line\"); while (true) { }", seconds: 2);
        Assert.Equal("The cell did not finish within 2 s and was stopped, which ends the session. Where cells need longer: neurolab run --timeout SECONDS.", outcome.Error?.Message);
        Assert.Equal("half a line", Assert.Single(outputs).Text);
    }

    [Fact]
    public async Task Memory_without_end_is_an_exception_of_the_cell()
    {
        await using CellLab lab = new(null, new SessionOptions { MemoryLimit = 300_000_000 });
        CellError error = await lab.ErrorAsync("var all = new List<byte[]>(); while (true) all.Add(new byte[10_000_000]);", 30);
        Assert.Contains("OutOfMemory", error.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_ = Task.Run(async () => { await Task.Delay(200); Environment.Exit(4); });", "ProcessExit", "An earlier cell called Environment.Exit(4)")]
    [InlineData("new System.Threading.Thread(() => { System.Threading.Thread.Sleep(200); throw new Exception(\"loose\"); }).Start();",
        "UnhandledException", "System.Exception: loose")]
    public async Task A_session_that_ends_between_two_cells_says_why_to_the_next(string code, string name, string message)
    {
        await using CellLab lab = new();
        await lab.OutputsAsync(code);
        for (int i = 0; i < 600 && !lab.HasEnded; i++)
            await Task.Delay(100);
        var (_, outcome) = await lab.RunAsync("1");
        Assert.Equal((name, true), (outcome.Error?.Name, outcome.SessionEnded));
        Assert.StartsWith("The session ended before this cell began.", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.Contains(message, outcome.Error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => lab.RunAsync("1"));
    }

    [UnixFact]
    public async Task A_killed_session_leaves_no_file_and_no_process_behind()
    {
        // Others may have left something of a process that had the same number.
        string[] before = Directory.GetFileSystemEntries(Path.GetTempPath());
        await using CellLab lab = new();
        string[] ids = (await lab.TextAsync(
            "var child = System.Diagnostics.Process.Start(\"sleep\", \"1000\"); $\"{Environment.ProcessId} {child.Id}\"")).Split(' ');
        await lab.ErrorAsync("System.Diagnostics.Process.GetCurrentProcess().Kill(); await Task.Delay(10000);");
        Assert.DoesNotContain(Directory.GetFileSystemEntries(Path.GetTempPath()).Except(before), path => path.Contains($"-{ids[0]}-", StringComparison.Ordinal));
        int child = int.Parse(ids[1], CultureInfo.InvariantCulture);
        // A killed process is there until the system has cleared it away.
        for (int i = 0; i < 300 && IsRunning(child); i++)
            await Task.Delay(100);
        Assert.False(IsRunning(child));
    }

    [Fact]
    public async Task A_cell_that_waits_for_input_is_interrupted()
    {
        await using NotebookSession session = NotebookSession.Start(Path.GetTempPath());
        for (int round = 1; round <= 5; round++)
        {
            TaskCompletionSource asked = new();
            TaskCompletionSource<string?> answer = new();
            session.Input = () =>
            {
                asked.SetResult();
                return answer.Task;
            };
            OutputCollector collector = new();
            collector.Begin(round);
            Task<CellOutcome> run = session.RunAsync("var line = Console.ReadLine(); Console.WriteLine(\"went on\");", round, collector);
            await asked.Task;
            session.Interrupt();
            answer.SetResult(null);
            Assert.Equal("Interrupted", (await run).Error?.Name);
            Assert.Empty(collector.End(null));
        }

        // Nor does the rest of a line, of which the cell before read a letter.
        session.Input = () => Task.FromResult<string?>("xyz");
        OutputCollector letter = new();
        letter.Begin(6);
        Assert.Null((await session.RunAsync("(char)Console.Read()", 6, letter)).Error);
        Assert.Equal("x", Assert.Single(letter.End(null)).GetText("text/plain"));

        // What was never asked for does not answer the next question.
        session.Input = () => Task.FromResult<string?>("Ada");
        OutputCollector last = new();
        last.Begin(7);
        Assert.Null((await session.RunAsync("Console.ReadLine()", 7, last)).Error);
        Assert.Equal("Ada", Assert.Single(last.End(null)).GetText("text/plain"));
    }

    [Theory]
    [InlineData("Console.InputEncoding = Encoding.UTF8; Console.ReadLine()")]
    [InlineData("using static System.Console; void Set(Encoding given) => InputEncoding = given; Set(Encoding.Latin1); System.Console.ReadLine()")]
    public async Task A_cell_that_sets_the_encoding_of_input_asks_for_it_still(string code)
    {
        await using NotebookSession session = NotebookSession.Start(Path.GetTempPath());
        session.Input = () => Task.FromResult<string?>("Ada");
        OutputCollector collector = new();
        collector.Begin(1);
        Assert.Null((await session.RunAsync(code, 1, collector)).Error);
        Assert.Equal("Ada", Assert.Single(collector.End(null)).GetText("text/plain"));
    }

    [Fact]
    public async Task What_a_thread_shows_after_its_cell_is_shown_by_the_next()
    {
        await using CellLab lab = new();
        await lab.OutputsAsync("_ = Task.Run(async () => { await Task.Delay(200); Console.Write(\"late\"); display(7); });");
        await Task.Delay(2000);
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync("await Task.Delay(1000);");
        Assert.Equal(["late", "7"], outputs.Select(output => output.Text ?? output.GetText("text/plain")));
    }

    [Fact]
    public async Task Text_is_cut_between_characters()
    {
        await using CellLab lab = new();
        string text = (await lab.OutputsAsync("Console.Write(\"a\" + string.Concat(Enumerable.Repeat(\"\\U0001F600\", 600000)));"))[0].Text!;
        Assert.Equal("a" + string.Concat(Enumerable.Repeat("\U0001F600", 499_999)), text);
        // The halves of a character may come one by one.
        Assert.Equal("\U0001F600\n", await lab.TextAsync("Console.Write('\\ud83d'); Console.Out.Flush(); await Task.Delay(200); Console.WriteLine('\\ude00');"));
        string shown = await lab.TextAsync("new { Long = \"a\" + string.Concat(Enumerable.Repeat(\"\\U0001F600\", 20000)) }");
        Assert.Contains("a" + string.Concat(Enumerable.Repeat("\U0001F600", 9999)) + "...", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_worker()
    {
        await using NotebookSession session = NotebookSession.Start(Path.GetTempPath());
        using CancellationTokenSource source = new(300);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => session.RunAsync("while (true) { }", 1, new OutputCollector(), null, source.Token));
        Assert.True(session.HasEnded);
    }

    [Fact]
    public void A_missing_worker_program_is_named()
    {
        SessionOptions options = new() { WorkerPath = Path.Combine(Path.GetTempPath(), "none", "Worker.dll") };
        Assert.Contains("Worker.dll", Assert.Throws<FileNotFoundException>(() => NotebookSession.Start(".", options)).Message, StringComparison.Ordinal);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using Process found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
