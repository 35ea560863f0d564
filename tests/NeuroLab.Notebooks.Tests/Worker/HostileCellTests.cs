using System.Diagnostics;
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
        Assert.Equal("The cell did not finish within 2 s and was stopped, which ends the session.", outcome.Error?.Message);
        Assert.Equal("half a line", Assert.Single(outputs).Text);
    }

    [Fact]
    public async Task Memory_without_end_is_an_exception_of_the_cell()
    {
        await using CellLab lab = new(null, new SessionOptions { MemoryLimit = 300_000_000 });
        CellError error = await lab.ErrorAsync("var all = new List<byte[]>(); while (true) all.Add(new byte[10_000_000]);", 30);
        Assert.Contains("OutOfMemory", error.Name, StringComparison.Ordinal);
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
    public async Task A_worker_ends_when_its_tool_does_even_in_a_tight_loop()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "NeuroLab.Worker.dll");
        ProcessStartInfo start = new("dotnet", [program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process worker = Process.Start(start)!;
        await worker.StandardInput.WriteLineAsync("\u001e{\"Kind\":\"Run\",\"Number\":1,\"Text\":\"Console.WriteLine(5); while (true) { }\"}");
        await worker.StandardInput.FlushAsync();
        Assert.Contains("Ready", await worker.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Contains("5\\n", await worker.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        worker.StandardInput.Close();
        Assert.True(worker.WaitForExit(10_000));
    }

    [Fact]
    public async Task What_is_written_past_the_console_counts_as_output_and_harms_nothing()
    {
        await using CellLab lab = new();
        IReadOnlyList<NotebookOutput> outputs = await lab.OutputsAsync("""
            var raw = Console.OpenStandardOutput();
            raw.Write(Encoding.UTF8.GetBytes("stray {\"Kind\":\"Done\"}\nhalf"));
            display(1);
            raw.Write(Encoding.UTF8.GetBytes("\u001e{broken\n"));
            """);
        Assert.Equal("stray {\"Kind\":\"Done\"}\nhalf", outputs[0].Text);
        Assert.Equal("2", await lab.TextAsync("1 + 1"));
    }

    [Fact]
    public void A_missing_worker_program_is_named()
    {
        SessionOptions options = new() { WorkerPath = Path.Combine(Path.GetTempPath(), "none", "Worker.dll") };
        Assert.Contains("Worker.dll", Assert.Throws<FileNotFoundException>(() => NotebookSession.Start(".", options)).Message, StringComparison.Ordinal);
    }
}
