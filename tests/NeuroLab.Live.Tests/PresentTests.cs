using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>A notebook shown to a class, with the teacher's own window.</summary>
[Collection(LiveBrowser.Name)]
public sealed class PresentTests(LiveBrowser live)
{
    [BrowserFact]
    public async Task A_link_that_asks_for_it_begins_to_present()
    {
        await using LivePage page = await LivePage.OpenAsync(live.Browser!, live.Served, name: null, isEntered: false);
        await page.Page.GotoAsync($"{live.Served.Server.Link("02-weight-shapes.html")}&present");
        await Assertions.Expect(page.Page.Locator(".present-place")).ToContainTextAsync("1 of ");
        Assert.EndsWith("/02-weight-shapes.html?present", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task A_whole_notebook_is_presented_step_by_step_with_a_clicker()
    {
        await using LivePage page = await live.OpenAsync("00-start-here");
        await page.PresentAsync();
        string place = await page.Page.Locator(".present-place").InnerTextAsync();
        int steps = int.Parse(place.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        for (int i = 1; i < steps; i++)
        {
            await page.PressAsync("PageDown");
            await Assertions.Expect(page.Page.Locator(".present-place")).ToHaveTextAsync($"{i + 1} of {steps}");
            if (await page.Page.Locator(".shown[data-step=run]").CountAsync() == 1)
                await page.Page.WaitForFunctionAsync("() => ['done', 'failed'].includes(document.querySelector('.shown').dataset.state)");
            Assert.Equal(1, await page.Page.Locator("article > :visible").CountAsync());
            Assert.True(await page.FitsAsync(), $"Step {i + 1} is wider than the screen.");
        }

        Assert.Equal(0, await page.Page.Locator(".live-cell[data-state=failed]").CountAsync());
        await page.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator(".present-bar")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_teachers_window_shows_the_clock_the_notes_and_what_comes_next_and_turns_the_page()
    {
        await using LivePage page = await live.OpenAsync("01-neuron");
        await page.PresentAsync();
        IPage teacher = await page.Page.RunAndWaitForPopupAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Teacher's window" }).ClickAsync());
        await Assertions.Expect(teacher.Locator(".teacher-clock")).ToContainTextAsync("of 45 minutes");
        await Assertions.Expect(teacher.Locator(".teacher-place")).ToContainTextAsync("Step 1 of");
        await teacher.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".present-place")).ToContainTextAsync("2 of");
        for (int i = 0; i < 12 && !(await teacher.Locator(".teacher-place").InnerTextAsync()).Contains("cell 4", StringComparison.Ordinal); i++)
        {
            await page.PressAsync("ArrowRight");
            await page.Page.WaitForTimeoutAsync(100);
        }

        await Assertions.Expect(teacher.Locator(".teacher-notes")).ToContainTextAsync("108 of 216");
    }
}
