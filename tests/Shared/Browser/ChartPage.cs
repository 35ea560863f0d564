using System.Text.Json;
using Microsoft.Playwright;

namespace NeuroLab.Tests.Shared.Browser;

/// <summary>A page in the browser, with what its console said and what it asked the network for.</summary>
public sealed class ChartPage : IAsyncDisposable
{
    public ChartPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal))
                Requests.Add(request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, and what scripts threw.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>What the page asked the network for.</summary>
    public List<string> Requests { get; } = [];

    public ILocator Slider => Page.Locator(".nl-controls input[type=range]");

    public ILocator PlayButton => Page.Locator(".nl-controls button");

    /// <summary>Waits until every chart of the page is drawn, those that wait for a prediction among them.</summary>
    public async Task DrawnAsync()
    {
        await Page.EvaluateAsync("() => document.querySelectorAll('details.outcome').forEach(outcome => { outcome.open = true; })");
        await Page.WaitForFunctionAsync(
            "() => Array.from(document.querySelectorAll('.neurolab-chart')).every(c => c.dataset.state === 'ready')", null, new() { Timeout = 120_000 });
    }

    /// <summary>The drawn chart as text, to see whether it changed.</summary>
    public Task<string> DrawingAsync() =>
        Page.EvaluateAsync<string>("() => document.querySelector('.neurolab-plot .cartesianlayer').innerHTML");

    public async Task MoveSliderAsync(int value)
    {
        await Slider.EvaluateAsync("(range, value) => { range.value = value; range.dispatchEvent(new Event('input', { bubbles: true })); }", value);
        await Page.WaitForTimeoutAsync(120);
    }

    public Task<JsonElement> EvaluateAsync(string script) => Page.EvaluateAsync<JsonElement>(script);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
