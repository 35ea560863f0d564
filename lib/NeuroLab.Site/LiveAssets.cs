using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using NeuroLab.Charts;

namespace NeuroLab.Site;

/// <summary>The files that live pages load from <c>assets/</c>.</summary>
public static class LiveAssets
{
    private static readonly Assembly own = typeof(LiveAssets).Assembly;
    private static readonly ConcurrentDictionary<string, LiveAsset> found = new();

    /// <summary>The script that stands in the head of every page itself, exactly as it stands there.</summary>
    public static string ThemeScript => $"\n{SiteAssets.ThemeScript.TrimEnd()}\n";

    /// <summary>Where pages load scripts, styles and letters from besides; empty where all of them were bundled.</summary>
    public static IReadOnlyList<string> OtherOrigins { get; } =
        [.. new[] { SiteAssets.KatexScript, SiteAssets.PlotlyAddress }.Where(address => address.StartsWith("https:", StringComparison.Ordinal))
            .Select(address => new Uri(address).GetLeftPart(UriPartial.Authority)).Distinct()];

    /// <summary>Finds a file.</summary>
    /// <param name="path">Its path below <c>assets/</c>, such as <c>page/main.js</c>.</param>
    /// <returns>The file; null where there is none of this name.</returns>
    public static LiveAsset? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        // Only what is there is kept, so that no request makes it grow.
        if (!found.TryGetValue(path, out LiveAsset? asset) && Load(path) is { } bytes)
            asset = found[path] = new LiveAsset(bytes, ContentType(path), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
        return asset;
    }

    /// <summary>Writes what live pages load besides what all pages do.</summary>
    /// <param name="folder">The folder <c>assets</c> of the site.</param>
    internal static void Write(string folder)
    {
        foreach (string name in own.GetManifestResourceNames().Where(name => name.StartsWith("site/page/", StringComparison.Ordinal) || name is "site/live.css" or "site/frame.html"))
        {
            string file = Path.Combine(folder, name["site/".Length..].Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, Read(name)!);
        }
    }

    private static byte[]? Load(string path) => path switch
    {
        "neurolab-charts.js" => Encoding.UTF8.GetBytes(PlotlyScript.Runtime),
        "plotly.min.js" => PlotlyScript.IsBundled ? Encoding.UTF8.GetBytes(PlotlyScript.Source) : null,
        _ when path.StartsWith("katex/", StringComparison.Ordinal) => Read("npm/katex/dist/" + path["katex/".Length..]),
        _ => Read("site/" + path),
    };

    private static byte[]? Read(string name)
    {
        using Stream? resource = own.GetManifestResourceStream(name);
        if (resource is null)
            return null;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    private static string ContentType(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
}
