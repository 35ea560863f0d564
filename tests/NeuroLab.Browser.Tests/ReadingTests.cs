using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Browser.Tests;

/// <summary>How far a reader is, and what a teacher sees.</summary>
public sealed class ReadingTests(LiveSite site) : IClassFixture<LiveSite>
{
    [BrowserFact]
    public async Task The_map_counts_what_was_read_and_what_was_solved()
    {
        await using Reader reader = await site.OpenAsync("00-start-here.html", keeps: false);
        await reader.Page.Locator(".page-foot").ScrollIntoViewIfNeededAsync();
        await reader.Page.WaitForSelectorAsync(".kept[data-state=saved]", new() { State = WaitForSelectorState.Attached });
        await reader.OpenAsync("01-neuron.html");
        string path = Repository.At("notebooks/01-neuron.ipynb");
        NotebookDocument solved = NotebookDocument.Load(path);
        NotebookCell check = solved.Cells.Last(cell => cell.Source.StartsWith("NeuronExercises.", StringComparison.Ordinal));
        check.Outputs.Add(NotebookOutput.Display(new JsonObject
        {
            ["application/vnd.neurolab.exercise+json"] = new JsonObject { ["id"] = "01.4", ["state"] = "right", ["message"] = "" },
        }));
        await reader.LoadAsync(new FilePayload { Name = "01-neuron.ipynb", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(solved.ToJson()) });

        await reader.OpenAsync("");
        await Assertions.Expect(reader.Page.Locator(".map > li").Nth(0).Locator(".progress")).ToHaveTextAsync(new Regex("^Read, 0 of [3-6] exercises right$"));
        await Assertions.Expect(reader.Page.Locator(".map > li").Nth(1).Locator(".progress")).ToHaveTextAsync(new Regex("^1 of [3-6] exercises right$"));
        await Assertions.Expect(reader.Page.Locator(".map .marks .right")).ToHaveTextAsync("✓ 01.4: right");
        await Assertions.Expect(reader.Page.Locator(".so-far")).ToContainTextAsync("You have read 1 of ");
        Assert.Empty(reader.Complaints);
    }

    [BrowserFact]
    public async Task A_notebook_that_was_only_read_changes_with_the_course()
    {
        await using Reader reader = await site.OpenAsync("00-start-here.html", keeps: false);
        await reader.Page.Locator(".page-foot").ScrollIntoViewIfNeededAsync();
        await reader.Page.WaitForSelectorAsync(".kept[data-state=saved]", new() { State = WaitForSelectorState.Attached });
        JsonNode kept = await reader.SavedAsync("00-start-here.ipynb");
        Assert.Equal("true", kept["metadata"]!["neurolab"]!["read"]!.ToString());
        await reader.Page.RouteAsync("**/00-start-here.html", async route =>
        {
            string page = await File.ReadAllTextAsync(Path.Combine(site.Built.Folder, "00-start-here.html"));
            await route.FulfillAsync(new() { Body = page.Replace("Datasets.OptDigits()", "Datasets.Iris()", StringComparison.Ordinal), ContentType = "text/html" });
        });
        await reader.Page.ReloadAsync();
        await reader.Page.WaitForSelectorAsync(".live-cell .cm-content:has-text('Datasets.Iris()')", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(reader.Page.Locator(".kept")).ToHaveTextAsync("Saved");
    }

    [BrowserFact]
    public async Task The_teachers_window_has_the_notes_of_the_page_for_teachers()
    {
        await using Reader reader = await site.OpenAsync("00-start-here.html", keeps: false);
        await reader.ChooseAsync("Present");
        IPage teacher = await reader.Page.RunAndWaitForPopupAsync(() => reader.Page.GetByRole(AriaRole.Button, new() { Name = "Teacher's window" }).ClickAsync());
        await Assertions.Expect(teacher.Locator(".teacher-clock")).ToContainTextAsync("of 25 minutes");
        for (int i = 0; i < 20 && !(await teacher.Locator(".teacher-place").InnerTextAsync()).Contains("cell 5", StringComparison.Ordinal); i++)
            await teacher.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(teacher.Locator(".teacher-notes")).ToContainTextAsync("Ask before cell 5:");
    }
}
