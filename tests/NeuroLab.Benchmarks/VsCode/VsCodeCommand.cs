using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NeuroLab.Tests.Shared;
using NeuroLab.Tests.Shared.Workbench;

namespace NeuroLab.Benchmarks.VsCode;

/// <summary>Measures the extension as a reader in front of VS Code's workbench meets it, and prints how long he waits for a result.</summary>
internal static class VsCodeCommand
{
    private const int Starts = 5;
    private const int Cells = 60;

    internal static async Task<int> RunAsync()
    {
        if (CodeServer.SkipReason is { } reason)
        {
            Console.Error.WriteLine(reason);
            return 1;
        }

        await using (CodeServerCourse course = await CodeServerCourse.StartAsync())
        {
            await FirstResultsAsync(course);
            await LaterResultsAsync(course, "");
        }

        // What of it the workbench itself takes.
        using TemporaryFolder folder = new();
        string extension = folder.At("bare.vsix");
        ZipFile.CreateFromDirectory(Path.Combine(AppContext.BaseDirectory, "VsCode", "Bare"), extension);
        await using CodeServerCourse bare = await CodeServerCourse.StartAsync(extension, "Bare controller");
        await LaterResultsAsync(bare, ", by a controller that answers at once");
        return 0;
    }

    private static async Task FirstResultsAsync(CodeServerCourse course)
    {
        await using (Window window = await course.OpenAsync())
        {
            // What the system reads from disk is read.
            await FirstResultAsync(course, window, "warm-up", TimeSpan.Zero);
        }

        List<double> atOnce = [], afterReading = [];
        for (int i = 0; i < Starts; i++)
        {
            await using (Window window = await course.OpenAsync())
                atOnce.Add(await FirstResultAsync(course, window, $"at-once-{i.ToString(CultureInfo.InvariantCulture)}", TimeSpan.Zero));
            await using (Window window = await course.OpenAsync())
                afterReading.Add(await FirstResultAsync(course, window, $"after-reading-{i.ToString(CultureInfo.InvariantCulture)}", TimeSpan.FromSeconds(5)));
        }

        Waits.Print("a fresh window, Run as soon as the notebook's kernel is named, to the result on the screen", atOnce);
        Waits.Print("a fresh window, Run five seconds later, to the result on the screen", afterReading);
    }

    private static async Task LaterResultsAsync(CodeServerCourse course, string by)
    {
        await using Window window = await course.OpenAsync();
        Waits.Print($"a trivial cell that runs again and again, {Cells} times{by}", await SameCellAsync(course, window));
        Waits.Print($"one trivial cell after the other, {Cells} times{by}", await CellAfterCellAsync(course, window));
    }

    // The first cell of a notebook of the course, which loads the library and says what a neuron decides.
    private static async Task<double> FirstResultAsync(CodeServerCourse course, Window window, string name, TimeSpan reading)
    {
        File.Copy(Path.Combine(course.Notebooks, "01-neuron.ipynb"), Path.Combine(course.Notebooks, $"{name}.ipynb"));
        await window.OpenAsync($"{name}.ipynb");
        await Task.Delay(reading);
        await window.ClickAsync(0);
        return await TimeAsync(window, "Meta+Enter", "so the roll is small");
    }

    private static async Task<List<double>> SameCellAsync(CodeServerCourse course, Window window)
    {
        Write(course, "same-cell.ipynb", ["int n = 1000; n", "++n"]);
        await window.OpenAsync("same-cell.ipynb");
        await window.ClickAsync(0);
        await TimeAsync(window, "Meta+Enter", "1000");
        await window.ClickAsync(1);
        List<double> taken = [];
        for (int i = 0; i <= Cells; i++)
            taken.Add(await TimeAsync(window, "Meta+Enter", (1001 + i).ToString(CultureInfo.InvariantCulture)));
        return taken[1..];
    }

    private static async Task<List<double>> CellAfterCellAsync(CodeServerCourse course, Window window)
    {
        Write(course, "cell-after-cell.ipynb", [.. Enumerable.Range(2000, Cells + 2).Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        await window.OpenAsync("cell-after-cell.ipynb");
        await window.ToFirstCellAsync(Cells + 2);
        List<double> taken = [];
        for (int i = 0; i <= Cells; i++)
            taken.Add(await TimeAsync(window, "Shift+Enter", (2000 + i).ToString(CultureInfo.InvariantCulture)));
        return taken[1..];
    }

    // From the key, as the window's own clock has it, to the frame that shows the text. The page within the window that shows what cells
    // show looks whenever it has changed: to look at each frame would have frames drawn all the time, which takes the processor from what is measured.
    private static async Task<double> TimeAsync(Window window, string key, string text)
    {
        // A reader is no machine gun.
        await Task.Delay(150);
        await window.Page.EvaluateAsync("() => addEventListener('keydown', event => { window.pressed = performance.timeOrigin + event.timeStamp; }, { capture: true })");
        ILocator shown = window.Outputs.Locator("body");
        Task<double> seen = shown.EvaluateAsync<double>(SeenScript, text);
        await window.Page.Keyboard.PressAsync(key);
        double end = await seen.WaitAsync(TimeSpan.FromMinutes(2));
        return end - await window.Page.EvaluateAsync<double>("() => window.pressed");
    }

    private const string SeenScript = """
        (body, text) => new Promise(done => {
            const look = () => {
                const output = [...document.querySelectorAll('.output')].find(output => output.textContent.includes(text));
                if (!output || !output.checkVisibility({ visibilityProperty: true }) || output.getBoundingClientRect().height === 0) return;
                changes.disconnect();
                requestAnimationFrame(() => {
                    // The message comes when the frame is drawn.
                    const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => done(performance.timeOrigin + performance.now());
                    port2.postMessage(null);
                });
            };
            const changes = new MutationObserver(look);
            changes.observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true });
            look();
        })
        """;

    private static void Write(CodeServerCourse course, string name, string[] cells)
    {
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(Path.Combine(course.Notebooks, "01-neuron.ipynb")))!;
        JsonArray all = notebook["cells"]!.AsArray();
        JsonNode code = all.First(cell => cell!["cell_type"]!.GetValue<string>() == "code")!.DeepClone();
        all.Clear();
        foreach (string cell in cells)
        {
            JsonNode copy = code.DeepClone();
            copy["id"] = $"cell-{all.Count.ToString(CultureInfo.InvariantCulture)}";
            copy["source"] = cell;
            all.Add(copy);
        }

        File.WriteAllText(Path.Combine(course.Notebooks, name), notebook.ToJsonString());
    }
}
