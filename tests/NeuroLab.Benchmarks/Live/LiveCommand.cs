using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Benchmarks.Live;

/// <summary>Measures the live course as a reader in front of Chromium meets it, and prints how long he waits.</summary>
internal static class LiveCommand
{
    private const int OpenNotebooks = 20;
    private const int Starts = 5;
    private const int Cells = 100;
    private const int Letters = 200;

    internal static async Task<int> RunAsync()
    {
        if (Chromium.SkipReason is { } reason)
        {
            Console.Error.WriteLine(reason);
            return 1;
        }

        using TemporaryFolder folder = new();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.StartAsync(playwright);
        await using (await LiveCourse.StartAsync(folder.At("course")))
        {
            // The course is written, and what the system reads from disk is read.
        }

        List<double> first = [], cold = [], warm = [];
        for (int i = 0; i < Starts; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            await using LiveCourse course = await LiveCourse.StartAsync(folder.At("course"));
            IPage page = await NewPageAsync(browser);
            await page.GotoAsync(course.Link);
            await page.WaitForSelectorAsync(".map");
            first.Add(watch.Elapsed.TotalMilliseconds);
            cold.Add(await FirstCellAsync(page, "01-neuron", TimeSpan.Zero));
            warm.Add(await FirstCellAsync(page, course.Copy("01-neuron"), TimeSpan.FromSeconds(5)));
            await page.Context.CloseAsync();
        }

        Waits.Print("process start to the map of the course", first);
        Waits.Print("Run to the first cell's result, clicked as soon as the page is there", cold);
        Waits.Print("Run to the first cell's result, five seconds later", warm);
        await using (LiveCourse served = await LiveCourse.StartAsync(folder.At("course")))
            await MeasurePageAsync(browser, served);
        // Another server: in the one before a cell runs without end, and what comes after it waits.
        await using (LiveCourse served = await LiveCourse.StartAsync(folder.At("course")))
            await MeasureMemoryAsync(browser, served);
        return 0;
    }

    private static async Task MeasurePageAsync(IBrowser browser, LiveCourse course)
    {
        IPage page = await NewPageAsync(browser);
        await page.GotoAsync(course.Link);
        await page.WaitForSelectorAsync(".map");
        await FirstCellAsync(page, "00-start-here", TimeSpan.FromSeconds(5));
        await WriteAsync(page, 2, "1 + 1");
        Waits.Print($"a trivial cell, from the click to its result in the page, {Cells} times", [.. await page.EvaluateAsync<double[]>("times => (" + RunScript + ")(2, times)", Cells)]);
        Waits.Print($"a letter, from the key to its picture, {Letters} times", await TypeAsync(page));
        await WriteAsync(page, 3, "while (true) { }");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("#cell-3[data-state=running]");
        Waits.Print("the same while a cell runs", await TypeAsync(page));
        await page.Context.CloseAsync();
    }

    private static async Task MeasureMemoryAsync(IBrowser browser, LiveCourse course)
    {
        if (!OperatingSystem.IsLinux())
            return;
        string[] names = course.Notebooks(OpenNotebooks);
        IPage page = await NewPageAsync(browser);
        await page.GotoAsync(course.Link);
        await page.WaitForSelectorAsync(".map");
        foreach (string name in names)
            await FirstCellAsync(page, name, TimeSpan.Zero);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names.Length} open notebooks whose first cell has run: server and workers take {course.Memory() / 1024.0 / 1024.0:0.00} GB"));
        await page.Context.CloseAsync();
    }

    private static async Task<IPage> NewPageAsync(IBrowser browser)
    {
        IBrowserContext context = await browser.NewContextAsync();
        // A busy machine is slow; that is to be measured.
        context.SetDefaultTimeout(300_000);
        return await context.NewPageAsync();
    }

    // Opens a notebook, lets the reader read for a while, and runs its first cell.
    private static async Task<double> FirstCellAsync(IPage page, string name, TimeSpan reading)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), $"/{name}.html").ToString());
        await page.WaitForSelectorAsync(".live-cell .cm-content", new() { State = WaitForSelectorState.Attached });
        await Task.Delay(reading);
        return (await page.EvaluateAsync<double[]>("() => (" + RunScript + ")(1, 1)"))[0];
    }

    private static async Task WriteAsync(IPage page, int cell, string text)
    {
        await page.FocusAsync($"#cell-{cell.ToString(CultureInfo.InvariantCulture)}");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    // The browser itself says how long each key took until the frame that shows it. It tells of those above 16 ms; the others count as 16.
    private static async Task<List<double>> TypeAsync(IPage page)
    {
        await WriteAsync(page, 4, "// ");
        await page.EvaluateAsync("() => { window.slow = []; new PerformanceObserver(list => window.slow.push(...list.getEntries().filter(entry => entry.name === 'keydown').map(entry => entry.duration))).observe({ type: 'event', durationThreshold: 16 }); }");
        await page.Keyboard.TypeAsync(string.Concat(Enumerable.Repeat("words and ", Letters / 10)), new() { Delay = 20 });
        double[] slow = await page.EvaluateAsync<double[]>("() => new Promise(done => setTimeout(() => done(window.slow), 300))");
        return [.. slow, .. Enumerable.Repeat(16.0, Math.Max(0, Letters - slow.Length))];
    }

    private const string RunScript = """
        async (cell, times) => {
            const element = document.getElementById(`cell-${cell}`);
            const button = element.querySelector('.cell-tools .run');
            const taken = [];
            for (let i = 0; i < times; i++) {
                const begin = performance.now();
                const done = new Promise(resolve => {
                    let began = false;
                    const watch = new MutationObserver(() => {
                        began ||= element.dataset.state === 'running';
                        if (!began || !['done', 'failed'].includes(element.dataset.state)) return;
                        watch.disconnect();
                        // What the cell shows is drawn in the next frame, before this is called.
                        requestAnimationFrame(() => resolve());
                    });
                    watch.observe(element, { attributes: true });
                });
                button.click();
                await done;
                taken.push(performance.now() - begin);
                await new Promise(resolve => setTimeout(resolve, 100));
            }
            return taken;
        }
        """;
}
