using System.Net;
using System.Text;

namespace NeuroLab.Charts;

/// <summary>Writes the gallery as a page that needs no network: one script of plotly.js for all charts.</summary>
public static class GalleryPage
{
    /// <summary>Writes the page and its scripts. Files of an older gallery in the folder are written over, others are left alone.</summary>
    /// <param name="folder">Where to; the folder is made if it is missing.</param>
    /// <param name="made">Told each chart when it is made; may be null.</param>
    /// <param name="cancellation">Stops between two charts.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public static string Write(string folder, Action<GalleryChart>? made = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        FigureHtml.BeginPage();
        var text = new StringBuilder();
        foreach (var topic in ChartGallery.All.GroupBy(chart => chart.Topic))
        {
            text.Append($"<h2>{Encoded(topic.Key)}</h2>\n");
            foreach (var chart in topic)
            {
                cancellation.ThrowIfCancellationRequested();
                text.Append($"<section id=\"{chart.Anchor}\">\n<h3><code>Chart.{Encoded(chart.Name)}</code></h3>\n{FigureHtml.RenderBare(chart.Make())}\n</section>\n");
                made?.Invoke(chart);
            }
        }
        Directory.CreateDirectory(folder);
        string plotly = $"<script src=\"{PlotlyScript.CdnUrl}\"></script>";
        if (PlotlyScript.IsBundled)
        {
            File.WriteAllText(Path.Combine(folder, "plotly.min.js"), PlotlyScript.Source);
            plotly = "<script src=\"plotly.min.js\"></script>";
        }
        File.WriteAllText(Path.Combine(folder, "neurolab-charts.js"), PlotlyScript.Runtime);
        string index = Path.Combine(folder, "index.html");
        File.WriteAllText(index, PageAround(plotly, text.ToString()));
        return index;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static string PageAround(string plotly, string main) =>
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>NeuroLab: the charts</title>
        <link rel="icon" href="data:,">
        <style>
        body { margin: 0 auto; padding: 1rem; max-width: 1120px; font: 1rem/1.5 system-ui, sans-serif; color: #1f2328; background: #fff; }
        h2 { margin: 2.5rem 0 0; border-bottom: 1px solid #8b949e; }
        h3 { margin: 1.5rem 0 .25rem; font-size: .95rem; overflow-wrap: anywhere; }
        section { margin-bottom: 2rem; }
        @media (prefers-color-scheme: dark) { body { color: #e8eaed; background: #121212; } }
        </style>
        </head>
        <body><main>
        <h1>The charts of NeuroLab</h1>
        <p>Each chart was drawn from a small model that was trained when this page was made.</p>
        {{main}}{{plotly}}
        <script src="neurolab-charts.js"></script>
        <script>NeuroLabCharts.drawAll();</script>
        </main></body>
        </html>

        """;
}
