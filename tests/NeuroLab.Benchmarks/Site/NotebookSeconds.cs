using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Benchmarks.Site;

/// <summary>How long the cells of a notebook ran, its exercises solved.</summary>
/// <param name="Name">The notebook.</param>
/// <param name="Browser">The seconds in the page.</param>
/// <param name="Desktop">The seconds in the desktop's session.</param>
internal sealed record NotebookSeconds(string Name, double Browser, double Desktop)
{
    /// <summary>Runs a notebook on the desktop, and then in the browser.</summary>
    internal static async Task<NotebookSeconds> MeasureAsync(string tool, string name, SiteServer server, IBrowser browser, int patience)
    {
        using TemporaryFolder folder = new();
        (int code, string output, string errors) = await Command.RunAsync(
            new ProcessStartInfo("dotnet", [tool, "run", Repository.At($"notebooks/{name}.ipynb"), "--solve", "--timeout", "600", "--output", folder.At("out"), "--json", folder.At("cells.json")]), minutes: 15);
        if (code != 0)
            throw new InvalidOperationException(output + errors);
        JsonNode report = JsonNode.Parse(await File.ReadAllTextAsync(folder.At("cells.json")))!["notebooks"]![0]!;
        double desktop = report["cells"]!.AsArray().Sum(cell => (double)cell!["milliseconds"]!) / 1000;

        await using Reader reader = await Reader.ComeAsync(browser, server.Address, patience, before: Reader.SumsSeconds);
        await reader.OpenAsync($"{name}.html");
        await reader.LoadAsync(new FilePayload { Name = $"{name}.ipynb", MimeType = "application/json", Buffer = await File.ReadAllBytesAsync(folder.At($"out/{name}.ipynb")) });
        await reader.ClickAsync("Run all");
        await reader.HaveRunAsync();
        if (await reader.Page.Locator(".live-cell[data-state=failed]").CountAsync() > 0)
            throw new InvalidOperationException($"A cell of {name} failed in the browser.");
        return new NotebookSeconds(name, Math.Round(await reader.SecondsAsync(), 2), Math.Round(desktop, 2));
    }
}
