using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuroLab.Jupyter.Tests;

/// <summary>What front ends send that is odd, wrong or hostile. The protocol as it should be spoken is tested with Jupyter's own client.</summary>
public sealed class JupyterKernelTests(RunningKernel kernel) : IClassFixture<RunningKernel>, IAsyncLifetime
{
    private KernelClient shell = null!;

    public async Task InitializeAsync() => shell = await KernelClient.ConnectAsync(kernel.ShellPort);

    public Task DisposeAsync()
    {
        shell.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Half_a_character_in_a_cell_is_answered()
    {
        Assert.Equal("ok", Status(await shell.AskAsync("execute_request", """{"code":"var half = \"a\ud83d\";"}""")));
        Assert.Equal("a\ufffd", await shell.ValueAsync("half"));
        Assert.Equal("ok", Status(await shell.RunAsync("""display("\ud83d"); "b\ude00" """)));
    }

    [Fact]
    public async Task An_optional_cell_whose_library_is_missing_is_passed_over_and_what_follows_runs()
    {
        const string Missing = """#r "missing/Extra.dll" """;
        Assert.Equal("ok", Status(await shell.RunAsync($"// Optional. Build it with: make all\n{Missing}")));
        Assert.Equal("AssemblyNotFound", (string?)(await shell.RunAsync(Missing))["ename"]);
    }

    [Theory]
    [InlineData("complete_request", """{"code":"\ud83d.To","cursor_pos":4}""", "ok")]
    [InlineData("inspect_request", """{"code":"\ude00","cursor_pos":1}""", "ok")]
    [InlineData("is_complete_request", """{"code":"\"\ud83d\""}""", "complete")]
    [InlineData("history_request", """{"hist_access_type":"search","pattern":"*\ud83d*"}""", "ok")]
    [InlineData("comm_info_request", """{"target_name":"\ud83d"}""", "ok")]
    [InlineData("execute_request", """{"code":"","user_expressions":{"\ud83d":"1","x":"\"\ud83d\""}}""", "ok")]
    [InlineData("kernel_info_request", """{"\ud83d":"\ud83d"}""", "ok")]
    public async Task Half_a_character_anywhere_is_answered(string type, string content, string status) =>
        Assert.Equal(status, Status(await shell.AskAsync(type, content)));

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\u00ff")]
    public async Task A_header_that_is_no_text_is_answered(string name)
    {
        // Latin-1, so that ÿ is a byte that UTF-8 has no place for.
        byte[] header = Encoding.Latin1.GetBytes($$"""{"msg_id":"{{name}}","username":"{{name}}","msg_type":"kernel_info_request"}""");
        shell.Send(shell.Signed(header, "{}"u8.ToArray()));
        Assert.Equal("kernel_info_reply", (await shell.ReadAsync()).Type);
        Assert.Equal("2", await shell.ValueAsync("1 + 1"));
    }

    [Theory]
    [InlineData("execute_request", "{}", "\"code\" is expected to be a text, but Nothing was given")]
    [InlineData("execute_request", """{"code":7}""", "\"code\" is expected to be a text, but Number was given")]
    [InlineData("execute_request", """{"code":"1","silent":"yes"}""", "\"silent\" is expected to be true or false, but String")]
    [InlineData("execute_request", """{"code":"1","user_expressions":[1]}""", "\"user_expressions\" is expected to be a JSON object")]
    [InlineData("execute_request", "null", "content of execute_request")]
    [InlineData("execute_request", """{"code":"1","code":"2"}""", "names that stand once")]
    [InlineData("complete_request", """{"code":"a","cursor_pos":{}}""", "\"cursor_pos\" is expected to be a number, but Object")]
    [InlineData("inspect_request", "{}", "\"code\"")]
    [InlineData("is_complete_request", """{"code":["a"]}""", "\"code\"")]
    [InlineData("history_request", """{"hist_access_type":"all"}""", "range, tail or search, but is all")]
    [InlineData("history_request", """{"hist_access_type":"tail","n":"many"}""", "\"n\"")]
    public async Task A_request_that_makes_no_sense_is_answered_with_what_is_wrong(string type, string content, string message)
    {
        JsonObject reply = await shell.AskAsync(type, content);
        Assert.Equal("error", Status(reply));
        Assert.Contains(message, reply["evalue"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["ename", "evalue", "status", "traceback"], reply.Select(pair => pair.Key).Order());
    }

    [Theory]
    [InlineData("complete_request", """{"code":"Consol","cursor_pos":1e999}""")]
    [InlineData("complete_request", """{"code":"Consol","cursor_pos":-5}""")]
    [InlineData("inspect_request", """{"code":"Console","cursor_pos":3.7,"detail_level":99}""")]
    [InlineData("history_request", """{"hist_access_type":"range","session":-1,"start":-9223372036854775808,"stop":1e300}""")]
    [InlineData("history_request", """{"hist_access_type":null,"n":null}""")]
    [InlineData("execute_request", """{"code":"","silent":null,"store_history":null,"user_expressions":null,"more":{"unknown":[]}}""")]
    public async Task Odd_numbers_and_nulls_are_taken_for_the_nearest_that_makes_sense(string type, string content) =>
        Assert.Equal("ok", Status(await shell.AskAsync(type, content)));

    [Fact]
    public async Task A_long_history_pattern_is_answered_at_once()
    {
        await shell.RunAsync("var remembered = 1;");
        long start = Stopwatch.GetTimestamp();
        foreach (string piece in new[] { "a", "?", "*", "*a", "?*" })
        {
            string pattern = string.Concat(Enumerable.Repeat(piece, 10_000));
            JsonObject reply = await shell.AskAsync("history_request", $$"""{"hist_access_type":"search","pattern":"{{pattern}}"}""");
            Assert.Equal(piece == "*", reply["history"]!.AsArray().Count > 0);
        }

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), "It took long.");
    }

    [Fact]
    public async Task A_message_sent_again_does_nothing()
    {
        await shell.RunAsync("var counter = 0;");
        byte[][] frames = shell.Signed(KernelClient.Header("execute_request", "once"), """{"code":"counter++;"}"""u8.ToArray());
        using KernelClient thief = await KernelClient.ConnectAsync(kernel.ShellPort), control = await KernelClient.ConnectAsync(kernel.ControlPort);
        shell.Send(frames);
        shell.Send(frames);
        // Who is heard first gets the answer, so the others come after it.
        Assert.Equal("execute_reply", (await shell.ReadAsync()).Type);
        foreach (KernelClient again in new[] { thief, control, thief, shell })
            again.Send(frames);
        Assert.Equal("1", await shell.ValueAsync("counter"));
    }

    [Fact]
    public async Task A_cell_on_the_control_channel_is_sent_to_the_other()
    {
        using KernelClient control = await KernelClient.ConnectAsync(kernel.ControlPort);
        JsonObject reply = await control.RunAsync("1");
        Assert.Contains("shell channel", reply["evalue"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("ok", Status(await control.AskAsync("kernel_info_request", "{}")));
        Assert.Equal("ok", Status(await control.AskAsync("interrupt_request", "{}")));
    }

    [Fact]
    public async Task An_expression_that_is_no_text_is_an_error_of_its_own()
    {
        JsonObject reply = await shell.AskAsync("execute_request", """{"code":"","user_expressions":{"a":7,"b":"3 + 4"}}""");
        Assert.Equal("error", Status(reply["user_expressions"]!["a"]!.AsObject()));
        Assert.Equal("7", reply["user_expressions"]!["b"]!["data"]!["text/plain"]!.GetValue<string>());
    }

    // An extension's silent question that fails must not take the user's cells with it.
    [Fact]
    public async Task A_silent_cell_that_fails_stops_nothing()
    {
        shell.Send(shell.Signed(KernelClient.Header("execute_request", "silent"), """{"code":"throw new Exception();","silent":true}"""u8.ToArray()));
        shell.Send(shell.Signed(KernelClient.Header("execute_request", "next"), """{"code":"1"}"""u8.ToArray()));
        Assert.Equal("error", Status((await shell.ReadAsync()).Content));
        Assert.Equal("ok", Status((await shell.ReadAsync()).Content));
    }

    [Fact]
    public async Task A_shutdown_on_the_shell_channel_is_answered_and_ends_the_kernel()
    {
        using RunningKernel other = new();
        await other.InitializeAsync();
        using KernelClient client = await KernelClient.ConnectAsync(other.ShellPort);
        JsonObject reply = await client.AskAsync("shutdown_request", """{"restart":true}""");
        Assert.True(reply["restart"]!.GetValue<bool>());
        await other.Served.WaitAsync(TimeSpan.FromMinutes(2));
        await other.DisposeAsync();
    }

    private static string? Status(JsonObject content) => content["status"]?.GetValue<string>();
}
