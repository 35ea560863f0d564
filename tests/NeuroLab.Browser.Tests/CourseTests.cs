using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;
using Xunit.Abstractions;

namespace NeuroLab.Browser.Tests;

/// <summary>The notebooks of the course, their exercises solved, show in the browser what they show on the desktop.</summary>
public sealed class CourseTests(LiveSite site, ITestOutputHelper report) : IClassFixture<LiveSite>
{
    private const string All = "NEUROLAB_WHOLE_SITE";

    // Text and charts, pictures, a difference of rounding, convolution: few, as all of them take minutes.
    private static readonly string[] some = ["00-start-here", "02-weight-shapes", "06-backpropagation", "12-convolution"];

    /// <summary>Those that need nothing besides the course.</summary>
    public static TheoryData<string> Compiled => [.. Site];

    /// <summary>The same; a few of them, where not all were asked for.</summary>
    public static TheoryData<string> Names => [.. Site.Where(name => Environment.GetEnvironmentVariable(All) == "1" || some.Contains(name))];

    private static IEnumerable<string> Site =>
        from path in Directory.EnumerateFiles(Repository.At("notebooks"), "*.ipynb").Order(StringComparer.Ordinal)
        where OptionalPart.HintOf(NotebookDocument.Load(path).Metadata) is null
        select Path.GetFileNameWithoutExtension(path);

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task A_notebook_solved_shows_the_same_as_on_the_desktop(string name)
    {
        NotebookDocument desktop = await Desktop.RunAsync(Repository.At($"notebooks/{name}.ipynb"), solve: true);
        NotebookDocument solved = desktop.WithoutOutputs();

        await using Reader reader = await site.OpenAsync($"{name}.html");
        await reader.LoadAsync(new FilePayload { Name = $"{name}.ipynb", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(solved.ToJson()) });
        await reader.ClickAsync("Run all");
        await reader.HaveRunAsync();
        JsonNode shown = await reader.SavedAsync($"{name}.ipynb");

        ShownValues values = new(desktop, shown);
        report.WriteLine($"{name}: {values}");
        values.AssertAgree();
        Assert.Empty(reader.Complaints);
    }
}
