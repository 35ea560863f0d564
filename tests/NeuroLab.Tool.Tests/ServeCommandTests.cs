using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuroLab.Tool.Tests;

/// <summary><c>neurolab serve</c>, as an editor starts it.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly Tool tool = new();

    [Fact]
    public async Task An_editor_runs_a_cell_and_ends_it_by_ending_its_input()
    {
        using Process process = tool.Start("serve", "a.ipynb");
        List<JsonNode> told = await RunAsync(process, "Console.WriteLine(6 * 7);");
        Assert.Null(told[^1]["error"]);
        Assert.Equal("42", string.Concat(told.Where(message => (string?)message["type"] == "stream").Select(message => (string?)message["text"])).Trim());
        process.StandardInput.Close();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_cell_that_runs_while_the_session_gets_ready_declares_what_later_cells_can_use()
    {
        using Process process = tool.Start("serve", "a.ipynb");
        foreach (string code in new[] { "var text = \"abc\";", "text", "text.Count() + text.AsSpan().Length" })
            Assert.Null((await RunAsync(process, code))[^1]["error"]?.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    [Fact]
    public async Task A_line_that_is_no_request_is_refused_in_words()
    {
        using Process process = tool.Start("serve", "a.ipynb");
        await process.StandardInput.WriteLineAsync("""{"op":"fly"}""");
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("message-runner.ts", errors, StringComparison.Ordinal);
    }

    public void Dispose() => tool.Dispose();

    // What is told until the cell has ended.
    private static async Task<List<JsonNode>> RunAsync(Process process, string code)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { op = "run", cell = "a", number = 1, code, all = Array.Empty<object>() }));
        List<JsonNode> told = [];
        do
            told.Add(JsonNode.Parse((await process.StandardOutput.ReadLineAsync())!)!);
        while ((string?)told[^1]["type"] != "ended");
        return told;
    }
}
