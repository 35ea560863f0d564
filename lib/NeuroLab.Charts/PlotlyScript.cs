using System.Reflection;

namespace NeuroLab.Charts;

/// <summary>The scripts that draw figures in a web page.</summary>
public static class PlotlyScript
{
    /// <summary>The version of plotly.js that figures are drawn with.</summary>
    public const string Version = "4.1.2";

    private const string ResourceName = "npm/plotly.js-dist-min/plotly.min.js";

    private static readonly Assembly assembly = typeof(PlotlyScript).Assembly;
    private static readonly Lazy<string> source = new(() => Read(ResourceName));
    private static readonly Lazy<string> runtime = new(() =>
        string.Concat(Read("layout.js"), Read("controls.js"), Read("neurolab-charts.js")));

    /// <summary>True when plotly.js was built into this assembly, so that charts need no network.</summary>
    public static bool IsBundled { get; } = assembly.GetManifestResourceInfo(ResourceName) is not null;

    /// <summary>The text of plotly.min.js.</summary>
    /// <exception cref="InvalidOperationException">It is not bundled; see <see cref="IsBundled"/>.</exception>
    public static string Source => IsBundled
        ? source.Value
        : throw new InvalidOperationException(
            "plotly.js is not bundled, because npm was not there when NeuroLab.Charts was built. Install Node.js and build again, " +
            $"or load plotly.js from {CdnUrl}.");

    /// <summary>
    /// The text of plotly.min.js in a function in which the names that module loaders use are undefined. In a page that has
    /// such a loader, as Jupyter Notebook does, bare plotly.js would register itself there instead of drawing.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is not bundled; see <see cref="IsBundled"/>.</exception>
    public static string WrappedSource => $"(function (define, module, exports, require) {{\n{Source}\n}}).call(window);";

    /// <summary>Where a page that has network can load plotly.js from.</summary>
    public static Uri CdnUrl { get; } = new($"https://cdn.plot.ly/plotly-{Version}.min.js");

    /// <summary>The text of NeuroLab's own script: themes, sliders, text alternatives. It works with plotly.js, which comes first.</summary>
    public static string Runtime => runtime.Value;

    /// <summary>The script of a single figure, with ID, CDN and WAIT (milliseconds) to be filled in.</summary>
    internal static string Bootstrap => Read("figure.js");

    internal static string Read(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly {assembly.GetName().Name} lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
