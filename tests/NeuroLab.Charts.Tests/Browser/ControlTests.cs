using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Charts.Tests.Browser;

[Collection(nameof(FigureHtml))]
public sealed class ControlTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Moving_the_slider_changes_what_is_drawn()
    {
        await using var page = await OpenAsync("animation-line");
        string before = await page.DrawingAsync();

        await page.MoveSliderAsync(20);

        Assert.NotEqual(before, await page.DrawingAsync());
        Assert.Equal("epoch 30", await page.Page.Locator(".nl-controls output").TextContentAsync());
        Assert.Equal("epoch 30", await page.Slider.GetAttributeAsync("aria-valuetext"));
    }

    [BrowserFact]
    public async Task Heatmaps_move_too_and_the_keyboard_is_enough()
    {
        await using var page = await OpenAsync("animation-heatmap");
        string before = await page.DrawingAsync();

        await page.Slider.FocusAsync();
        await page.Page.Keyboard.PressAsync("End");
        await page.Page.WaitForTimeoutAsync(200);

        Assert.NotEqual(before, await page.DrawingAsync());
        Assert.Equal("epoch 50", await page.Page.Locator(".nl-controls output").TextContentAsync());
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Play_runs_to_the_last_frame_and_stops()
    {
        await using var page = await OpenAsync("animation-histogram");

        await page.PlayButton.ClickAsync();
        Assert.Equal("Pause", await page.PlayButton.TextContentAsync());
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.nl-controls output').textContent === 'epoch 4'");

        await Assertions.Expect(page.PlayButton).ToHaveTextAsync("Play");
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Pause_holds_the_frame()
    {
        await using var page = await OpenAsync("animation-pair");

        await page.PlayButton.ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.nl-controls input').value > 1");
        await page.PlayButton.ClickAsync();
        string held = await page.Slider.InputValueAsync();
        await page.Page.WaitForTimeoutAsync(900);

        Assert.Equal(held, await page.Slider.InputValueAsync());
    }

    [BrowserFact]
    public async Task A_slider_alone_shows_no_play_button_and_changes_the_title()
    {
        await using var page = await OpenAsync("slider");
        string? before = await page.Page.Locator(".nl-title").TextContentAsync();

        await page.MoveSliderAsync(2);

        Assert.False(await page.PlayButton.IsVisibleAsync());
        Assert.NotEqual(before, await page.Page.Locator(".nl-title").TextContentAsync());
    }

    [BrowserFact]
    public async Task A_chart_tells_in_words_what_it_shows()
    {
        await using var page = await OpenAsync("loss-curve");
        Assert.Equal(Gallery.All["loss-curve"]().ToString(), await page.Page.Locator(".neurolab-plot [role=img]").GetAttributeAsync("aria-label"));
        Assert.Equal(0, await page.Page.Locator("[role=img] :is(a, button, input, [tabindex], [role=img])").CountAsync());
    }

    [BrowserFact]
    public async Task A_chart_that_cannot_be_drawn_leaves_the_others()
    {
        FigureHtml.BeginPage();
        await using var page = await browser.OpenAsync(
            "<div class=\"neurolab-chart\"><div class=\"neurolab-plot\"></div><script type=\"application/json\">3</script></div>"
            + Gallery.All["line"]().ToHtml() + "<script>NeuroLabCharts.drawAll();</script>", drawn: false);

        await Assertions.Expect(page.Page.Locator(".neurolab-chart").First).ToContainTextAsync("This chart can't be drawn");
        await Assertions.Expect(page.Page.Locator(".neurolab-chart").Last).ToHaveAttributeAsync("data-state", "ready");
        Assert.Empty(page.Complaints);
    }

    private Task<ChartPage> OpenAsync(string name)
    {
        FigureHtml.BeginPage();
        return browser.OpenAsync(Gallery.All[name]().ToHtml());
    }
}
