using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Tests.Shared.Browser;
using Xunit.Abstractions;

namespace NeuroLab.Browser.Tests;

/// <summary>The notebooks of the course, their exercises solved, show in the browser what they show on the desktop.</summary>
[Collection(nameof(LiveSite))]
public sealed class CourseTests(LiveSite site, ITestOutputHelper report)
{
    private const string All = "NEUROLAB_WHOLE_SITE";

    // Text and charts, pictures, a difference of rounding, convolution: few, as all of them take minutes.
    private static readonly string[] some = ["00-start-here", "02-weight-shapes", "06-backpropagation", "12-convolution"];

    /// <summary>Those that need nothing besides the course; a few of them, where not all were asked for.</summary>
    public static TheoryData<string> Names =>
    [
        .. from path in Directory.EnumerateFiles(Repository.At("notebooks"), "*.ipynb").Order(StringComparer.Ordinal)
           where OptionalPart.HintOf(NotebookDocument.Load(path).Metadata) is null
           let name = Path.GetFileNameWithoutExtension(path)
           where Environment.GetEnvironmentVariable(All) == "1" || some.Contains(name)
           select name,
    ];

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public async Task A_notebook_solved_shows_the_same_as_on_the_desktop(string name)
    {
        string path = Repository.At($"notebooks/{name}.ipynb");
        NotebookDocument solved = NotebookDocument.Load(path);
        Exercises.Solve(solved, path);
        NotebookResult desktop = await NotebookRunner.RunAsync(solved, path, new RunOptions());
        Assert.True(desktop.Ok);

        await using Reader reader = await site.NewReaderAsync(Reader.SumsSeconds);
        await reader.OpenAsync($"{name}.html");
        await reader.LoadAsync(new FilePayload { Name = $"{name}.ipynb", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(solved.ToJson()) });
        await reader.ClickAsync("Run all");
        await reader.HaveRunAsync();
        JsonNode shown = await reader.SavedAsync($"{name}.ipynb");
        report.WriteLine($"{name}: {await reader.SecondsAsync():0.0} s, on the desktop {desktop.Cells.Sum(cell => cell.Duration.TotalSeconds):0.0} s");

        ShownValues.AssertAgree(desktop.Document, shown);
        Assert.Empty(reader.Complaints);
    }

    [FirefoxFact]
    public async Task A_notebook_shows_the_same_in_Firefox()
    {
        const string Name = "00-start-here";
        string path = Repository.At($"notebooks/{Name}.ipynb");
        NotebookResult desktop = await NotebookRunner.RunAsync(NotebookDocument.Load(path), path, new RunOptions());
        using TemporaryFolder profile = new();
        await using Firefox firefox = await Firefox.StartAsync(profile.Path);
        await firefox.OpenAsync($"{site.Server.Address}{Name}.html");
        string shown = await firefox.EvaluateAsync(
            $$"""
            (async () => {
                const until = async found => { while (!found()) await new Promise(done => setTimeout(done, 100)); };
                const cells = () => [...document.querySelectorAll('.live-cell')].map(cell => cell.dataset.state);
                await until(() => document.querySelector('.live-cell .cm-content'));
                [...document.querySelectorAll('.live-tools > button')].find(button => button.textContent === 'Run all').click();
                await until(() => cells().includes('failed') || cells().every(state => state === 'done'));
                await until(() => document.querySelector('.kept').dataset.state === 'saved');
                return await ({{Reader.KeptNotebook}})('{{Name}}.ipynb');
            })()
            """);
        ShownValues.AssertAgree(desktop.Document, JsonNode.Parse(shown)!);
    }
}
