using System.IO.Pipelines;
using System.Text.Json.Nodes;

namespace NeuroLab.Live.Tests;

/// <summary>An editor, by two streams, can do what a page can by its connection.</summary>
public sealed class EditorRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_cell_runs_asks_for_a_line_and_is_told_of_as_to_a_page()
    {
        Editor editor = Open();
        await using SessionClient client = editor.Client;
        Assert.Equal("off", (string?)(await client.ReceiveAsync(CancellationToken.None))["state"]);
        await client.RunAsync("a", 1, "Console.WriteLine(\"hello\"); var name = Console.ReadLine(); $\"{name}\\nand {Environment.CurrentDirectory}\"");
        await client.UntilAsync("input");
        await client.SendAsync(new { op = "reply", line = "Ada" });
        IReadOnlyList<JsonNode> told = await client.UntilAsync("ended");
        string result = Assert.Single(told, message => (string?)message["type"] == "result")["data"]!["text/plain"]!.ToString();
        Assert.StartsWith("Ada\nand ", result, StringComparison.Ordinal);
        Assert.EndsWith(Path.GetFileName(folder.Path), result, StringComparison.Ordinal);
        await client.SendAsync(new { op = "ask", id = 7, question = "complete", code = "name.Le", cursor = 7 });
        JsonNode answer = (await client.UntilAsync("answer"))[^1];
        Assert.Equal(7, (int)answer["id"]!);
        // Its own first, then what LINQ adds.
        Assert.Equal(["Length", "LeftJoin"], answer["data"]!["matches"]!.AsArray().Select(match => (string?)match));
    }

    [Fact]
    public async Task What_must_run_first_is_said_and_a_loop_is_stopped()
    {
        await using SessionClient client = Open().Client;
        JsonNode ended = (await client.ResultsAsync("b", 2, "x + 1", (1, "var x = 1;"), (2, "x + 1")))[^1];
        Assert.Contains("Run cell [1] first", ended["error"]!.ToJsonString(), StringComparison.Ordinal);
        await client.RunAsync("c", 3, "while (true) Console.WriteLine(1);");
        await client.UntilAsync("stream");
        await client.SendAsync(new { op = "interrupt" });
        Assert.NotNull((await client.UntilAsync("ended"))[^1]["error"]);
    }

    [Fact]
    public async Task Where_the_editor_has_gone_its_worker_ends()
    {
        Editor editor = Open();
        IReadOnlyList<JsonNode> told = await editor.Client.ResultsAsync("a", 1, "Environment.ProcessId");
        int worker = int.Parse(told.Single(message => (string?)message["type"] == "result")["data"]!["text/plain"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        await editor.Client.DisposeAsync();
        await editor.Serving.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(worker));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("""{"op":"else"}""")]
    public async Task A_line_that_is_no_request_ends_it_and_says_why(string line)
    {
        Editor editor = Open();
        await using SessionClient client = editor.Client;
        await client.SendTextAsync(line);
        FormatException error = await Assert.ThrowsAsync<FormatException>(() => editor.Serving.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public async Task A_line_without_end_is_refused()
    {
        Editor editor = Open();
        await using SessionClient client = editor.Client;
        await client.SendTextAsync(new string('x', RunnerConnection.LongestMessage + 1));
        FormatException error = await Assert.ThrowsAsync<FormatException>(() => editor.Serving.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("too long", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private Editor Open()
    {
        Pipe requests = new(new PipeOptions(pauseWriterThreshold: 0)), messages = new(new PipeOptions(pauseWriterThreshold: 0));
        Task serving = EditorRunner.ServeAsync(folder.At("a.ipynb"), requests.Reader.AsStream(), messages.Writer.AsStream());
        Stream writing = requests.Writer.AsStream();
        return new Editor(new SessionClient(new LineWire(messages.Reader.AsStream(), writing), writing), serving);
    }

    private sealed record Editor(SessionClient Client, Task Serving);
}
