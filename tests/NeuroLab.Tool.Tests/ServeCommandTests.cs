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
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { op = "run", cell = "a", number = 1, code = "Console.WriteLine(6 * 7);", all = Array.Empty<object>() }));
        List<JsonNode> told = [];
        do
            told.Add(JsonNode.Parse((await process.StandardOutput.ReadLineAsync())!)!);
        while ((string?)told[^1]["type"] != "ended");
        Assert.Null(told[^1]["error"]);
        Assert.Equal("42", string.Concat(told.Where(message => (string?)message["type"] == "stream").Select(message => (string?)message["text"])).Trim());
        process.StandardInput.Close();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Assert.Equal(0, process.ExitCode);
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
}
