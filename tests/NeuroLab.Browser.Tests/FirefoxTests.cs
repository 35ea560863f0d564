using System.Text.Json.Nodes;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Browser.Tests;

/// <summary>The course in another browser.</summary>
public sealed class FirefoxTests(LiveSite site) : IClassFixture<LiveSite>
{
    [FirefoxFact]
    public async Task A_notebook_shows_the_same_in_Firefox()
    {
        const string Name = "00-start-here";
        Task<NotebookDocument> desktop = Desktop.RunAsync(Repository.At($"notebooks/{Name}.ipynb"));
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
        new ShownValues(await desktop, JsonNode.Parse(shown)!).AssertAgree();
    }
}
