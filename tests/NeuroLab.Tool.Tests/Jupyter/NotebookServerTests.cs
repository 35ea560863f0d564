using Microsoft.Playwright;
using NeuroLab.Tests.Shared.Browser;

namespace NeuroLab.Tool.Tests.Jupyter;

public sealed class NotebookServerTests
{
    private const string Training = """
        using NeuroLab.Layers; using NeuroLab.Losses; using NeuroLab.Optimization; using NeuroLab.Data; using NeuroLab.Training;
        var endless = new Sequential(new Linear(2, 2, new Random(1)));
        var coach = new Trainer(endless, new CrossEntropyLoss(), new SGD(endless.Parameters, learningRate: 0.001f));
        coach.Fit(Synthetic.Moons(400, new Random(2)), new(10_000_000, 32));
        """;

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "notebook-server");

    [NotebookServerFact]
    public async Task A_notebook_can_be_stepped_through_charted_interrupted_and_run_again()
    {
        const string Name = "01-neuron.ipynb";
        using NotebookServer server = new(Name, "setup.dib");
        await server.WaitAsync();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.StartAsync(playwright);
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1200, Height = 900 } });
        page.SetDefaultTimeout(120_000);
        await page.GotoAsync(new Uri(server.Address, $"notebooks/{Name}").ToString());
        await page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()");

        // Cell by cell, with the button, until a chart with a slider is there.
        int cells = await page.EvaluateAsync<int>("Jupyter.notebook.get_cells().length");
        await page.EvaluateAsync("Jupyter.notebook.select(0)");
        ILocator run = page.Locator("[data-jupyter-action='jupyter-notebook:run-cell-and-select-next']");
        ILocator slider = page.Locator(".neurolab-chart input[type=range]").First;
        for (int i = 0; i < cells; i++)
        {
            await run.ClickAsync();
            await IdleAsync(page);
        }

        Assert.Equal(0, await page.Locator("div.output_error").CountAsync());
        await slider.ScrollIntoViewIfNeededAsync();
        const string Drawn = "s => s.closest('.neurolab-chart').querySelector('.scatterlayer').outerHTML";
        string before = await slider.EvaluateAsync<string>(Drawn);
        await PictureAsync(page, "1-chart.png");
        // Notebook's own unit for letters is 10 px, too small to read.
        foreach (string text in new[] { ".nl-title", "summary" })
            Assert.True(await page.Locator($".neurolab-chart {text}").First.EvaluateAsync<bool>("e => parseFloat(getComputedStyle(e).fontSize) >= 14"), text);
        await slider.FocusAsync();
        await slider.PressAsync("End");
        await page.WaitForTimeoutAsync(1000);
        Assert.NotEqual(before, await slider.EvaluateAsync<string>(Drawn));
        await PictureAsync(page, "2-moved.png");

        // A training that would last for days.
        await page.EvaluateAsync(
            "code => { const c = Jupyter.notebook.insert_cell_at_bottom('code'); c.set_text(code); Jupyter.notebook.select(Jupyter.notebook.ncells() - 1); }",
            Training);
        await run.ClickAsync();
        await page.WaitForTimeoutAsync(3000);
        Assert.True(await page.EvaluateAsync<bool>("Jupyter.notebook.kernel_busy === true"), "The training ended by itself.");
        await page.Locator("[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();
        await IdleAsync(page);
        string error = await page.Locator("div.output_error").Last.InnerTextAsync();
        Assert.Contains("interrupted", error, StringComparison.Ordinal);
        await PictureAsync(page, "3-interrupted.png");
        await page.EvaluateAsync(
            "() => { const n = Jupyter.notebook; n.delete_cells([n.get_cells().findIndex(c => c.get_text().includes('endless'))]); }");

        // All again, in a new session.
        await page.Locator("[data-jupyter-action='jupyter-notebook:confirm-restart-kernel-and-run-all-cells']").ClickAsync();
        await page.Locator(".modal-footer .btn-danger").ClickAsync();
        await page.WaitForTimeoutAsync(2000);
        await page.WaitForFunctionAsync(
            "Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && c.get_text().trim())"
            + ".every(c => typeof c.input_prompt_number === 'number')");
        await IdleAsync(page);
        Assert.Equal(0, await page.Locator("div.output_error").CountAsync());
        Assert.True(await page.Locator(".js-plotly-plot").CountAsync() > 0);
        await slider.ScrollIntoViewIfNeededAsync();
        await PictureAsync(page, "4-again.png");
    }

    private static async Task IdleAsync(IPage page) => await page.WaitForFunctionAsync(
        "Jupyter.notebook.kernel_busy === false && Jupyter.notebook.get_cells().every(c => c.input_prompt_number !== '*')");

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name) });
}
