using System.Reflection;
using NeuroLab.Charts;

namespace NeuroLab.Site;

/// <summary>The files all pages share: style, scripts, the charts' library, and KaTeX for formulas.</summary>
internal static class SiteAssets
{
    /// <summary>The folder of the site that holds them.</summary>
    public const string Folder = "assets";

    private const string KatexResources = "npm/katex/dist/";
    private const string KatexCdn = "https://cdn.jsdelivr.net/npm/katex@0.19.1/dist/";

    private static readonly Assembly Own = typeof(SiteAssets).Assembly;

    /// <summary>True when KaTeX was built into this assembly, so that formulas need no network.</summary>
    public static bool HasKatex { get; } = Own.GetManifestResourceInfo(KatexResources + "katex.min.js") is not null;

    /// <summary>The script of the theme, which stands in every page's head.</summary>
    public static string ThemeScript { get; } = ReadText("theme.js");

    /// <summary>The address of KaTeX's style sheet.</summary>
    public static string KatexStyle => (HasKatex ? $"{Folder}/katex/" : KatexCdn) + "katex.min.css";

    /// <summary>The address of KaTeX's script.</summary>
    public static string KatexScript => (HasKatex ? $"{Folder}/katex/" : KatexCdn) + "katex.min.js";

    /// <summary>The address of plotly.js.</summary>
    public static string PlotlyAddress =>
        PlotlyScript.IsBundled ? $"{Folder}/plotly.min.js" : PlotlyScript.CdnUrl.ToString();

    /// <summary>Writes the files.</summary>
    /// <param name="site">The folder of the site.</param>
    /// <param name="charts">Whether any page has charts.</param>
    /// <param name="math">Whether any page has formulas.</param>
    public static void Write(string site, bool charts, bool math)
    {
        string folder = Path.Combine(site, Folder);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "site.css"), ReadText("site.css"));
        File.WriteAllText(Path.Combine(folder, "site.js"), ReadText("site.js"));
        // A site is made to be handed on, and the scripts of others with it.
        File.WriteAllText(Path.Combine(folder, "LICENSE"), ReadText("LICENSE"));
        File.WriteAllText(Path.Combine(folder, "NOTICES.md"), ReadText("NOTICES.md"));
        if (charts)
        {
            File.WriteAllText(Path.Combine(folder, "neurolab-charts.js"), PlotlyScript.Runtime);
            if (PlotlyScript.IsBundled)
                File.WriteAllText(Path.Combine(folder, "plotly.min.js"), PlotlyScript.Source);
        }

        if (!math)
            return;
        foreach (string name in Own.GetManifestResourceNames().Where(name => name.StartsWith(KatexResources, StringComparison.Ordinal)))
        {
            string file = Path.Combine(folder, "katex", name[KatexResources.Length..].Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using Stream resource = Own.GetManifestResourceStream(name)!;
            using FileStream copy = File.Create(file);
            resource.CopyTo(copy);
        }
    }

    private static string ReadText(string name)
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream("site/" + name)!);
        return reader.ReadToEnd();
    }
}
