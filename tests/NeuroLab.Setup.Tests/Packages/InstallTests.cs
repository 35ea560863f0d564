using System.Text.Json.Nodes;

namespace NeuroLab.Setup.Tests.Packages;

[Collection(nameof(PackageFolder))]
public sealed class InstallTests(PackageFolder packages)
{
    [Fact]
    public async Task A_new_console_app_trains_and_draws_as_the_packages_say()
    {
        string app = packages.Make("app");
        await DotnetAsync(app, "new", "console", "--no-restore");
        await DotnetAsync(app, "add", "package", "NeuroLab.Charts");

        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), Example("lib/NeuroLab.Charts/README.md"));
        Assert.Contains("points on the right side of the boundary", await DotnetAsync(app, "run", "-warnaserror"), StringComparison.Ordinal);
        Assert.Contains("class=\"neurolab-chart\"", await File.ReadAllTextAsync(Path.Combine(app, "boundary.html")), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), Example("lib/NeuroLab/README.md"));
        string printed = await DotnetAsync(app, "run", "--no-restore", "-warnaserror");
        Assert.Contains("epoch 20: loss", printed, StringComparison.Ordinal);
        Assert.Matches("test accuracy (0\\.9|1\\.0)", printed);
    }

    [Fact]
    public async Task The_tool_writes_the_course_and_runs_notebooks_beside_its_setup()
    {
        string home = packages.Make("tool");
        await DotnetAsync(home, "new", "tool-manifest");
        await DotnetAsync(home, "tool", "install", "NeuroLab.Tool");
        Assert.Contains("written to", await DotnetAsync(home, "neurolab", "new", "my-course"), StringComparison.Ordinal);

        string notebooks = Path.Combine(home, "my-course", "notebooks");
        Assert.True(File.Exists(Path.Combine(notebooks, "00-start-here.ipynb")));
        Assert.Empty(Links.LeadingNowhere(await File.ReadAllTextAsync(Path.Combine(notebooks, "README.md")), notebooks));
        await File.WriteAllTextAsync(Path.Combine(notebooks, "own.ipynb"), Notebook(
            "#!import \"setup.dib\"",
            "Dataset flowers = Datasets.Iris();\nChart.Bar(flowers.ClassNames, flowers.CountByClass())"));
        await DotnetAsync(home, "neurolab", "run", "my-course/notebooks/own.ipynb", "my-course/notebooks/03-how-weights-change.ipynb", "--json", "report.json", "--output", "site");

        JsonNode notebooksRan = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(home, "report.json")))!["notebooks"]!;
        JsonNode ran = notebooksRan[0]!, withPlotlyNet = notebooksRan[1]!;
        Assert.True(ran["ok"]!.GetValue<bool>());
        Assert.Equal(1, ran["charts"]!.GetValue<int>());
        Assert.True(File.Exists(Path.Combine(home, "site", "own.html")));

        // Its cell with Plotly.NET finds it in the package.
        Assert.True(withPlotlyNet["ok"]!.GetValue<bool>());
        Assert.Equal(Dotnet.HasPlotlyNet ? 0 : 1, withPlotlyNet["cells"]!.AsArray().Count(cell => cell!["skipped"] is not null));
    }

    private static string Example(string readme) => Repository.Text(readme).Split("```csharp\n")[1].Split("```")[0];

    private static string Notebook(params string[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select(code => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = code,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 4,
    }.ToJsonString();

    private Task<string> DotnetAsync(string folder, params string[] arguments) => Dotnet.RunAsync(folder, packages.Environment, arguments);
}
