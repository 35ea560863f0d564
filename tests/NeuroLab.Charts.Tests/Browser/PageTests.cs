using System.Globalization;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Training;

namespace NeuroLab.Charts.Tests.Browser;

[Collection(nameof(FigureHtml))]
public sealed class PageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string InkScript =
        "() => getComputedStyle(document.querySelector('.neurolab-plot .xtick text')).fill + ' ' + getComputedStyle(document.querySelector('.neurolab-plot .xtitle')).fill";

    [BrowserTheory]
    [InlineData(false, "#ffffff")]
    [InlineData(true, "#121212")]
    public async Task Text_is_readable_in_both_themes(bool dark, string ground)
    {
        await using var page = await browser.OpenAsync(Html(), dark: dark);

        AssertReadable(await page.Page.EvaluateAsync<string>(InkScript), ground);
    }

    [BrowserFact]
    public async Task The_theme_follows_the_page_when_it_changes()
    {
        await using var page = await browser.OpenAsync(Html());

        await page.Page.EvaluateAsync("() => document.documentElement.dataset.theme = 'dark'");
        await page.Page.WaitForTimeoutAsync(400);
        AssertReadable(await page.Page.EvaluateAsync<string>(InkScript), "#121212");

        await page.Page.EvaluateAsync("() => { delete document.documentElement.dataset.theme; document.body.className = 'vscode-dark'; }");
        await page.Page.WaitForTimeoutAsync(400);
        AssertReadable(await page.Page.EvaluateAsync<string>(InkScript), "#121212");

        await page.Page.EvaluateAsync("() => { document.body.className = ''; document.body.dataset.jpThemeLight = 'true'; }");
        await page.Page.WaitForTimeoutAsync(400);
        AssertReadable(await page.Page.EvaluateAsync<string>(InkScript), "#ffffff");
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Charts_draw_in_a_page_with_a_module_loader()
    {
        await using var page = await browser.OpenAsync("<script>window.define = function () {}; define.amd = {}; window.module = { exports: {} }; window.exports = module.exports;</script>" + Html());

        Assert.True(await page.Page.Locator(".neurolab-plot .trace").CountAsync() > 0);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Without_scripts_and_network_the_chart_says_what_it_shows()
    {
        _ = Html();
        string withoutScripts = Gallery.All["loss-curve"]().ToHtml();
        await using var page = await browser.OpenAsync(withoutScripts, drawn: false);

        var chart = page.Page.Locator(".neurolab-plot");
        await Assertions.Expect(chart).ToContainTextAsync("Loss falls from", new() { Timeout = 15_000 });
        await Assertions.Expect(chart).ToContainTextAsync("plotly.js");
    }

    [BrowserFact]
    public async Task Charts_fit_a_phone_and_grow_with_the_page()
    {
        FigureHtml.BeginPage();
        await using var page = await browser.OpenAsync(Gallery.All["side-by-side"]().ToHtml() + Gallery.All["heatmap"]().ToHtml(), width: 380);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 380"));
        Assert.True(await StackedAsync(page));

        await page.Page.SetViewportSizeAsync(1200, 800);
        await page.Page.WaitForTimeoutAsync(600);

        Assert.False(await StackedAsync(page));
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.querySelector('.neurolab-plot .main-svg').getBoundingClientRect().width > 900"));
        Assert.Empty(page.Complaints);
    }

    [BrowserTheory]
    [InlineData("of words", "one word", "two words", "and three words", "none", "many", "a few more")]
    [InlineData("too long", "KaimingNormal", "KaimingUniform", "XavierNormal", "XavierUniform", "64-32-2-32-10", "64-256-10", "Constant(0.63)")]
    public async Task Names_below_dots_are_whole_and_apart_on_a_phone(string kind, params string[] names)
    {
        FigureHtml.BeginPage();
        Figure dots = Chart.Spread(names, ("", Starts.Over(names, 3, (name, seed) => name.Length + seed))).WithTitle(kind).WithAxisTitles("names", "letters");
        string html = dots.ToHtml() + Chart.Grid([dots, dots], columns: 1).ToHtml();
        await using var page = await browser.OpenAsync(html, width: 380);

        await page.Page.AddScriptTagAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "Browser", "gallery-checks.js") });
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(
            "() => { document.querySelectorAll('.neurolab-chart').forEach((chart, i) => { const s = document.createElement('section'); s.id = `chart ${i}`; chart.before(s); s.append(chart); }); return galleryChecks.textPlaces(); }"));
        Assert.Equal(3 * names.Length, await page.Page.Locator(".xtick text, .x2tick text").CountAsync());
    }

    [BrowserTheory]
    [InlineData(380)]
    [InlineData(1200)]
    public async Task Pictures_beside_other_charts_stay_square_and_keep_room_for_captions(int width)
    {
        FigureHtml.BeginPage();
        string[] captions = [.. Enumerable.Range(0, 12).Select(i => $"{i}: says 7")];
        var beside = Chart.SideBySide(Chart.ImageGrid(new Tensors.Tensor(12, 8, 8), captions, columns: 4), Chart.Bar(["a", "b"], [1, 2]));
        await using var page = await browser.OpenAsync(beside.ToHtml(), width: width);

        double[] sizes = await page.Page.EvaluateAsync<double[]>(
            "() => { const { xaxis, yaxis, meta } = document.querySelector('.neurolab-plot')._fullLayout, span = axis => Math.abs(axis.range[1] - axis.range[0]);" +
            " return [xaxis._length / span(xaxis), yaxis._length / span(yaxis), meta.panels[0].grid.caption * yaxis._length / span(yaxis)]; }");
        Assert.Equal(1, sizes[0] / sizes[1], 0.03);
        Assert.True(sizes[2] >= 14, $"A caption has {sizes[2]:0.0} pixels.");
    }

    [BrowserFact]
    public async Task Where_nothing_hovers_no_toolbar_lies_over_the_chart()
    {
        await using var page = await browser.OpenAsync(Html());

        bool hovers = await page.Page.EvaluateAsync<bool>("() => matchMedia('(hover: hover)').matches");
        Assert.Equal(hovers ? 1 : 0, await page.Page.Locator(".modebar-btn[data-title='Reset axes']").CountAsync());
    }

    private static Task<bool> StackedAsync(ChartPage page) => page.Page.EvaluateAsync<bool>(
        "() => { const { yaxis, yaxis2 } = document.querySelector('.neurolab-plot').layout; return yaxis2.domain[1] < yaxis.domain[0]; }");

    private static string Html()
    {
        FigureHtml.BeginPage();
        return Gallery.All["line"]().ToHtml();
    }

    private static void AssertReadable(string inks, string ground)
    {
        foreach (string ink in inks.Split(" rgb", StringSplitOptions.TrimEntries))
        {
            int[] parts = [.. ink.Split('(')[1].TrimEnd(')').Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            string color = $"#{parts[0]:x2}{parts[1]:x2}{parts[2]:x2}";
            Assert.True(PaletteTests.Contrast(color, ground) >= 4.5, $"{color} on {ground} is hard to read.");
        }
    }
}
