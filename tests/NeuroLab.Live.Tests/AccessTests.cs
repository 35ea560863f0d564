using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Accessibility;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Live.Tests;

/// <summary>Whether people who can't see, or hold a phone, can work with the pages.</summary>
[Collection(LiveBrowser.Name)]
public sealed class AccessTests(LiveBrowser live)
{
    [BrowserFact]
    public async Task Axe_finds_nothing_in_a_notebook_and_a_phone_has_room()
    {
        live.Served.Write("axe.ipynb", "md:# Axe\n\nText.", "md:**Predict, then run.** What?", "6 * 7", "md:It is 42.", "Console.WriteLine(\"printed\");", "throw new Exception(\"thrown\");", "md:## End\n\nText.");
        await using LivePage page = await live.OpenAsync("axe");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await page.StateAsync(3, "failed");
        Assert.Empty(await Axe.FindAsync(page.Page, "notebook"));
        Assert.True(await page.FitsAsync());
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_while_a_notebook_is_presented_and_in_the_teachers_window()
    {
        await using LivePage page = await live.OpenAsync("02-weight-shapes");
        await page.PresentAsync();
        IPage teacher = await page.Page.RunAndWaitForPopupAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Teacher's window" }).ClickAsync());
        await Assertions.Expect(teacher.Locator(".teacher-place")).ToContainTextAsync("Step 1 of");
        await page.PressAsync("PageDown", "PageDown");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.shown').dataset.state === 'done'");
        Assert.Empty(await Axe.FindAsync(page.Page, "presented"));
        Assert.True(await page.FitsAsync());
        Assert.Empty(await Axe.FindAsync(teacher, "teacher"));
    }

    [BrowserFact]
    public async Task A_notebook_of_the_course_runs_on_a_phone_and_nothing_is_wider_than_it()
    {
        await using LivePage page = await live.OpenAsync("00-start-here", width: 390);
        int cells = await page.Page.Locator(".live-cell").CountAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await page.StateAsync(cells, "done");
        await page.ChartsAsync();
        Assert.True(await page.FitsAsync());
        double bar = await page.Page.Locator("header.bar").EvaluateAsync<double>("bar => bar.getBoundingClientRect().height");
        Assert.True(bar < 100, $"The bar takes {bar} pixels of a phone.");
    }
}
