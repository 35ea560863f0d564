using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Course.Tests.Hosts;

/// <summary>The published tool as VS Code's Polyglot Notebooks speaks to it: a command a line in, an event a line out.</summary>
internal sealed class StdioHost : IDisposable
{
    private readonly OutputCollector collector = new();
    private readonly Process process;
    private int cells;

    private StdioHost(Process process) => this.process = process;

    /// <summary>How often a displayed value changed.</summary>
    public int Updates { get; private set; }

    /// <summary>Starts it in a notebook's folder, and waits until it is ready.</summary>
    public static async Task<StdioHost> StartAsync(string folder)
    {
        ProcessStartInfo start = new("dotnet", PublishedTool.Arguments("stdio", "--default-kernel", "csharp", "--working-dir", folder))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in PublishedTool.Environment)
            start.Environment[name] = value;
        StdioHost host = new(Process.Start(start)!);
        while ((string?)(await host.ReadAsync())["eventType"] != "KernelReady")
        {
        }

        return host;
    }

    /// <summary>Runs a cell.</summary>
    /// <returns>Its outputs as a notebook stores them; an error is the last.</returns>
    public async Task<IReadOnlyList<NotebookOutput>> RunAsync(string code)
    {
        string token = $"cell-{++cells}";
        collector.Begin(cells);
        JsonObject command = new()
        {
            ["token"] = token,
            ["commandType"] = "SubmitCode",
            ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "csharp" },
        };
        await process.StandardInput.WriteLineAsync(command.ToJsonString());
        await process.StandardInput.FlushAsync();
        while (true)
        {
            JsonObject told = await ReadAsync();
            string? type = (string?)told["eventType"];
            var content = told["event"] as JsonObject;
            bool own = (string?)told["command"]?["token"] == token;
            if (own && type == "CommandSucceeded")
                return collector.End(null);
            if (own && type == "CommandFailed")
                return collector.End(new CellError("Error", (string?)content?["message"] ?? "", []));
            if (content?["formattedValues"] is JsonArray { Count: > 0 } views)
                Take(type, (string?)content["valueId"] ?? "", views);
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Take(string? type, string id, JsonArray views)
    {
        switch (type)
        {
            case "StandardOutputValueProduced":
                collector.Write("stdout", (string)views[0]!["value"]!);
                break;
            case "StandardErrorValueProduced":
                collector.Write("stderr", (string)views[0]!["value"]!);
                break;
            case "DisplayedValueProduced":
                collector.Display(id, Data(views));
                break;
            case "DisplayedValueUpdated":
                Updates++;
                collector.Update(id, Data(views));
                break;
            case "ReturnValueProduced":
                collector.Result(Data(views));
                break;
        }
    }

    private static JsonObject Data(JsonArray views)
    {
        JsonObject data = [];
        foreach (JsonNode? view in views)
        {
            string type = (string)view!["mimeType"]!, value = (string)view["value"]!;
            data[type] = type.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(value) : value;
        }

        return data;
    }

    private async Task<JsonObject> ReadAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(5));
        string line = await process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException("The tool of .NET Interactive ended before it answered.");
        return JsonSerializer.Deserialize<JsonObject>(line)!;
    }
}
