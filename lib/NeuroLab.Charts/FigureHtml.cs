using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace NeuroLab.Charts;

/// <summary>Writes figures as pieces of a web page that draw themselves.</summary>
/// <remarks>
/// plotly.js is large, so a notebook gets it once and not once a chart: see <see cref="Scripts"/>. A figure whose scripts don't
/// come within some seconds (the output that brought them was cleared, say) loads plotly.js from its CDN, and shows its text
/// alternative and what to do if that fails too.
/// </remarks>
public static class FigureHtml
{
    private static readonly ConcurrentDictionary<string, int> rendered = new();
    private static int scriptsSent;

    /// <summary>How the scripts reach the page. A host sets this once, before the first figure is shown.</summary>
    public static ScriptPlacement Scripts { get; set; } = ScriptPlacement.FirstFigure;

    /// <summary>Makes the next figure bring the scripts again: for a host that has begun a new page.</summary>
    public static void BeginPage()
    {
        rendered.Clear();
        Interlocked.Exchange(ref scriptsSent, 0);
    }

    /// <summary>The scripts as elements of a page: plotly.js (bundled, or named at its CDN) and NeuroLab's own.</summary>
    public static string ScriptElements()
    {
        string plotly = PlotlyScript.IsBundled
            ? $"<script>{PlotlyScript.WrappedSource}</script>"
            : $"<script src=\"{PlotlyScript.CdnUrl}\"></script>";
        return $"{plotly}\n<script>{PlotlyScript.Runtime}</script>\n";
    }

    /// <summary>The figure as a piece of a web page.</summary>
    /// <param name="figure">The figure to show.</param>
    /// <exception cref="InvalidOperationException">The figure is larger than 3 MB.</exception>
    public static string Render(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        string json = figure.ToJson();
        string id = NextId(json);
        return Element(figure, json, id, $"{ScriptsNow()}<script>{bootstrap.Replace("ID", id, StringComparison.Ordinal)}</script>\n");
    }

    /// <summary>The figure for a page that holds the scripts and draws all its charts itself.</summary>
    internal static string RenderBare(Figure figure)
    {
        string json = figure.ToJson();
        return Element(figure, json, NextId(json), "");
    }

    private static string Element(Figure figure, string json, string id, string scripts)
    {
        string height = (figure.Layout["height"].Number() ?? 420).ToString("0", CultureInfo.InvariantCulture);
        string words = WebUtility.HtmlEncode(figure.ToString());
        return
            $"""
            <div class="neurolab-chart" id="{id}">
            <div class="neurolab-plot" style="min-height:{height}px"><noscript>{words}</noscript></div>
            <script type="application/json">{json}</script>
            {scripts}</div>
            """;
    }

    /// <summary>The same figures in the same order always get the same ids, so two runs of a notebook are equal.</summary>
    private static string NextId(string json)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 6));
        return $"chart-{hash}-{rendered.AddOrUpdate(hash, 1, (_, count) => count + 1).ToString(CultureInfo.InvariantCulture)}";
    }

    private static string ScriptsNow() => Scripts switch
    {
        ScriptPlacement.Page => "",
        ScriptPlacement.EveryFigure => InlineScripts(),
        _ => Interlocked.Exchange(ref scriptsSent, 1) == 0 ? InlineScripts() : "",
    };

    /// <summary>Without the bundle plotly.js is not named here: what follows loads it, outside the page's module loader.</summary>
    private static string InlineScripts() =>
        (PlotlyScript.IsBundled ? $"<script>if (!window.Plotly) {PlotlyScript.WrappedSource}</script>\n" : "") +
        $"<script>{PlotlyScript.Runtime}</script>\n";

    private static readonly string bootstrap = PlotlyScript.Bootstrap
        .Replace("CDN", PlotlyScript.CdnUrl.ToString(), StringComparison.Ordinal)
        .Replace("WAIT", PlotlyScript.IsBundled ? "5000" : "0", StringComparison.Ordinal);
}
