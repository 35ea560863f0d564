using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Browser.Tests;

/// <summary>Firefox without a window. It is driven by WebDriver BiDi, which it speaks by itself.</summary>
internal sealed class Firefox : IAsyncDisposable
{
    private const string Announcement = "WebDriver BiDi listening on ";

    private static readonly string[] names = ["firefox-esr", "firefox", "firefox.exe"];
    private static readonly string? path = Programs.Find(names);

    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private string page = "";
    private int asked;

    private Firefox(Process process) => this.process = process;

    /// <summary>Why a test that needs it is skipped; null where it runs.</summary>
    public static string? SkipReason => Chromium.SkipReason ??
        (path is null ? $"No Firefox: none of {string.Join(", ", names)} is in PATH. Install it to run this test." : null);

    /// <summary>Starts it.</summary>
    /// <param name="profile">An empty folder for what it keeps.</param>
    public static async Task<Firefox> StartAsync(string profile)
    {
        ProcessStartInfo start = new(path!, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]) { RedirectStandardError = true };
        start.Environment["HOME"] = profile;
        Firefox firefox = new(Process.Start(start)!);
        try
        {
            using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
            string said = "";
            while (!said.StartsWith(Announcement, StringComparison.Ordinal))
                said = await firefox.process.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("Firefox has ended.");
            // What it says from here on must not fill the pipe.
            _ = firefox.process.StandardError.ReadToEndAsync(CancellationToken.None);
            await firefox.socket.ConnectAsync(new Uri($"{said[Announcement.Length..].Trim()}/session"), patience.Token);
            await firefox.AskAsync("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
            JsonNode tree = await firefox.AskAsync("browsingContext.getTree", []);
            firefox.page = (string)tree["contexts"]![0]!["context"]!;
            return firefox;
        }
        catch
        {
            await firefox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a page.</summary>
    public Task OpenAsync(string address) =>
        AskAsync("browsingContext.navigate", new JsonObject { ["context"] = page, ["url"] = address, ["wait"] = "complete" });

    /// <summary>Evaluates JavaScript in the page, and waits for the text that it promises.</summary>
    public async Task<string> EvaluateAsync(string script)
    {
        JsonNode answer = await AskAsync("script.evaluate", new JsonObject
        {
            ["expression"] = script,
            ["awaitPromise"] = true,
            ["target"] = new JsonObject { ["context"] = page },
        });
        Assert.True((string?)answer["type"] == "success", answer.ToJsonString());
        return (string?)answer["result"]!["value"] ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<JsonNode> AskAsync(string method, JsonObject parameters)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(4));
        int id = ++asked;
        byte[] question = System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        await socket.SendAsync(question, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        while (true)
        {
            JsonNode message = await ReceiveAsync(patience.Token);
            if ((int?)message["id"] != id)
                continue;
            Assert.True((string?)message["type"] == "success", $"{method}: {message.ToJsonString()}");
            return message["result"]!;
        }
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken patience)
    {
        using MemoryStream text = new();
        byte[] buffer = new byte[65_536];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), patience);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!;
    }
}
