using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NeuroLab.Tests.Shared.Accessibility;

/// <summary>Looks at a page with axe, which knows what keeps people with disabilities from using it.</summary>
internal static class Axe
{
    /// <summary>What axe finds on a page as it was opened, light and wide, and then dark and narrow: a line each; none is right.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Names it in the lines.</param>
    public static async Task<string[]> FindAsync(IPage page, string name)
    {
        string[] light = await LookAsync(page, $"{name}, light, wide");
        await page.SetViewportSizeAsync(400, 800);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        // Within two frames scripts are told, and styles and sizes are those of the new page.
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return [.. light, .. await LookAsync(page, $"{name}, dark, narrow")];
    }

    private static async Task<string[]> LookAsync(IPage page, string what)
    {
        AxeResult result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{what}: {rule.Id}: {node.Html[..Math.Min(200, node.Html.Length)]}"))];
    }
}
