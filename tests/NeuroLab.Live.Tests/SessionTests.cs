using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Worker;

namespace NeuroLab.Live.Tests;

/// <summary>What a page can do with the session of its notebook, message by message.</summary>
public sealed class SessionTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_cell_tells_that_it_begins_what_it_shows_and_that_it_has_ended()
    {
        await using SessionClient page = await OpenAsync("first.ipynb");
        IReadOnlyList<JsonNode> told = await page.ResultsAsync("a", 1, "Console.WriteLine(\"hello\"); 6 * 7");
        Assert.Equal("hello\n", string.Concat(Of(told, "stream").Select(message => (string?)message["text"])).ReplaceLineEndings("\n"));
        Assert.Contains("42", Assert.Single(Of(told, "result"))["data"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(told[^1]["error"]);
        Assert.Contains("2", (await page.ResultsAsync("b", 2, "var x = 2; x"))[^2].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_run_first_is_said()
    {
        await using SessionClient page = await OpenAsync("order.ipynb");
        JsonNode ended = (await page.ResultsAsync("b", 2, "x + 1", (1, "var x = 1;"), (2, "x + 1")))[^1];
        Assert.Contains("Run cell [1] first", ended["error"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_comes_back_hears_which_cells_ran_and_after_a_restart_that_none_did()
    {
        await using SessionClient page = await OpenAsync("back.ipynb");
        await page.ResultsAsync("a", 1, "1");
        await page.ResultsAsync("b", 2, "throw new Exception(\"no\");");
        await page.ResultsAsync("a", 1, "2");
        await using SessionClient again = await served.ConnectAsync("back.ipynb");
        JsonNode ran = (await again.UntilAsync("ran"))[^1];
        Assert.Equal([("a", "2", false), ("b", "throw new Exception(\"no\");", true)],
            ran["cells"]!.AsArray().Select(cell => ((string?)cell!["cell"], (string?)cell["code"], (bool?)cell["failed"])).Order());
        await again.SendAsync(new { op = "restart" });
        await again.UntilAsync(message => (string?)message["state"] == "off");
        await using SessionClient third = await served.ConnectAsync("back.ipynb");
        Assert.Empty((await third.UntilAsync("ran"))[^1]["cells"]!.AsArray());
    }

    [Fact]
    public async Task A_loop_that_does_not_listen_is_stopped_and_the_next_cell_runs_in_a_new_session()
    {
        await using SessionClient page = await OpenAsync("loop.ipynb");
        await page.RunAsync("a", 1, "while (true) { }");
        await page.UntilAsync("started");
        await Task.Delay(300);
        await page.SendAsync(new { op = "interrupt" });
        JsonNode ended = (await page.UntilAsync("ended"))[^1];
        Assert.Equal("Interrupted", (string?)ended["error"]!["name"]);
        Assert.Contains("variables of all cells are gone", ended["error"]!.ToJsonString(), StringComparison.Ordinal);
        JsonNode off = (await page.UntilAsync("state"))[^1];
        Assert.Equal(("off", true), ((string?)off["state"], (bool?)off["fresh"]));
        Assert.Null((await page.ResultsAsync("b", 2, "1 + 1"))[^1]["error"]);
    }

    [Fact]
    public async Task A_cell_that_reads_a_line_asks_the_page()
    {
        await using SessionClient page = await OpenAsync("input.ipynb");
        await page.RunAsync("a", 1, "Console.ReadLine() + \"!\"");
        await page.UntilAsync("input");
        await page.SendAsync(new { op = "reply", line = "Ada" });
        IReadOnlyList<JsonNode> told = await page.UntilAsync("ended");
        Assert.Contains("Ada!", Assert.Single(Of(told, "result"))["data"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_kills_its_worker_says_so_and_costs_no_more_than_the_variables()
    {
        await using SessionClient page = await OpenAsync("killed.ipynb");
        JsonNode ended = (await page.ResultsAsync("a", 1, "System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(10_000);"))[^1];
        Assert.NotNull(ended["error"]);
        Assert.Null((await page.ResultsAsync("a", 1, "1"))[^1]["error"]);
    }

    [Fact]
    public async Task A_page_that_was_away_hears_what_its_cell_told_meanwhile()
    {
        SessionClient page = await OpenAsync("away.ipynb");
        await page.RunAsync("a", 1, "Console.WriteLine(\"early\"); System.Threading.Thread.Sleep(700); Console.WriteLine(\"late\");");
        await page.UntilAsync("started");
        await page.DisposeAsync();
        await Task.Delay(1500);
        await using SessionClient back = await served.ConnectAsync("away.ipynb");
        IReadOnlyList<JsonNode> told = await back.UntilAsync("ended");
        string printed = string.Concat(Of(told, "stream").Select(message => (string?)message["text"]));
        Assert.Equal("early\nlate\n", printed.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_restart_forgets_the_variables()
    {
        await using SessionClient page = await OpenAsync("restart.ipynb");
        await page.ResultsAsync("a", 1, "var kept = 1;");
        await page.SendAsync(new { op = "restart" });
        await page.UntilAsync(message => (string?)message["state"] == "off");
        Assert.NotNull((await page.ResultsAsync("b", 2, "kept"))[^1]["error"]);
    }

    [Fact]
    public async Task Two_pages_of_one_notebook_share_its_session()
    {
        await using SessionClient one = await OpenAsync("shared.ipynb");
        await using SessionClient two = await served.ConnectAsync("shared.ipynb");
        await one.ResultsAsync("a", 1, "var shared = 5;");
        IReadOnlyList<JsonNode> told = await two.ResultsAsync("b", 2, "shared");
        Assert.Contains("5", Assert.Single(Of(told, "result"))["data"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_parameters_words_and_errors_are_answered_while_one_writes()
    {
        await using SessionClient page = await OpenAsync("help.ipynb");
        await page.ResultsAsync("a", 1, "var text = \"abc\";");
        Assert.Contains("Length", await AskAsync(page, "complete", "text.Le", 7), StringComparison.Ordinal);
        Assert.Contains("string text", await AskAsync(page, "inspect", "text", 2), StringComparison.Ordinal);
        JsonNode signatures = JsonNode.Parse(await AskAsync(page, "signature", "text.Substring(1, ", 18))!;
        JsonNode second = Assert.Single(signatures["signatures"]!.AsArray())!;
        Assert.Equal("int length", ((string)second["label"]!)[(int)second["parameter"]![0]!..(int)second["parameter"]![1]!]);
        JsonNode errors = JsonNode.Parse(await AskAsync(page, "diagnose", "int n = text;", 0))!;
        JsonNode error = Assert.Single(errors["errors"]!.AsArray())!;
        Assert.Equal((8, 12), ((int)error["start"]!, (int)error["end"]!));
        Assert.Empty(JsonNode.Parse(await AskAsync(page, "diagnose", "#!import \"setup.dib\"\nint n = text.Length; n", 0))!["errors"]!.AsArray());
    }

    [Fact]
    public async Task A_worker_that_has_nothing_to_do_is_ended()
    {
        LiveOptions options = new() { Folder = served.Folder, Idle = TimeSpan.FromMilliseconds(200) };
        await using SpareWorker spare = new(options.Folder, options.Idle);
        await using LiveSession session = new(spare, options);
        await session.RunAsync("a", 1, "1", []);
        await Task.Delay(1500);
        Assert.Empty(await session.AskAsync("complete", "x", 1));
    }

    [Fact]
    public async Task A_worker_waits_for_the_next_notebook_and_no_longer_than_workers_do()
    {
        await using SpareWorker spare = new(served.Folder, TimeSpan.FromMinutes(1));
        spare.Prepare();
        NotebookSession first = spare.Take();
        await first.ReadyAsync();
        await using NotebookSession second = spare.Take();
        Assert.NotSame(first, second);
        await first.DisposeAsync();
        Assert.True(first.HasEnded);
        Assert.False(second.HasEnded);

        await using SpareWorker hasty = new(served.Folder, TimeSpan.FromMilliseconds(1));
        hasty.Prepare();
        await Task.Delay(1500);
        Assert.False(hasty.IsWaiting);
    }

    private static async Task<string> AskAsync(SessionClient page, string question, string code, int cursor)
    {
        await page.SendAsync(new { op = "ask", id = 1, question, code, cursor });
        return (await page.UntilAsync("answer"))[^1]["data"]!.ToJsonString();
    }

    private static IEnumerable<JsonNode> Of(IReadOnlyList<JsonNode> told, string type) => told.Where(message => (string?)message["type"] == type);

    private async Task<SessionClient> OpenAsync(string name)
    {
        served.Write(name, "1");
        return await served.ConnectAsync(name);
    }
}
