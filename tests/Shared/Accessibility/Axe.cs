using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NeuroLab.Tests.Shared.Accessibility;

/// <summary>Looks at a page with axe, which knows what keeps people with disabilities from using it.</summary>
internal static class Axe
{
    // The rules that ask for colours or for sizes. All others ask for what stands in the page, which neither a theme nor a width
    // changes: what the site hides is hidden on the narrow page.
    private static readonly string[] colourAndSize = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

    // Of a drawing that has words axe can say nothing about its parts: nobody is told of them, and it does not know the colours of SVG.
    // They are nine tenths of a page. The checks of the gallery look at the contrast of what is written in charts.
    private const string DrawnParts = ".main-svg > *";

    /// <summary>What axe finds on a page as it was opened, light and wide, and then dark and narrow: a line each; none is right.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Names it in the lines.</param>
    public static async Task<string[]> FindAsync(IPage page, string name)
    {
        // By itself axe does not ask whether a finger finds its target.
        string[] light = await LookAsync(page, $"{name}, light, wide", new() { Rules = new() { ["target-size"] = new() { Enabled = true } } });
        await page.SetViewportSizeAsync(400, 800);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        // Within two frames scripts are told; then charts are drawn anew.
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.js-plotly-plot')].every(plot => plot._fullLayout.width === plot.clientWidth)");
        return [.. light, .. await LookAsync(page, $"{name}, dark, narrow", new() { RunOnly = RunOnlyOptions.Rules(colourAndSize) })];
    }

    private static async Task<string[]> LookAsync(IPage page, string what, AxeRunOptions options)
    {
        options.ResultTypes = [ResultType.Violations];
        AxeResult result = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector(DrawnParts)] }, options);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{what}: {rule.Id}: {node.Html[..Math.Min(200, node.Html.Length)]}"))];
    }
}
