using System.Text.RegularExpressions;

namespace NeuroLab.Site.Markdown;

/// <summary>Where the links of one notebook lead in the exported site.</summary>
/// <param name="pages">The site's pages by the file name of their notebook.</param>
/// <param name="notebookFolder">The folder of the notebook, from which its pictures are read.</param>
/// <param name="attachments">Pictures kept in the notebook itself: name to data address.</param>
internal sealed partial class SiteLinks(
    IReadOnlyDictionary<string, string> pages, string? notebookFolder, IReadOnlyDictionary<string, string> attachments)
{
    /// <summary>What a picture must be to be shown.</summary>
    public const string WhatPicturesMustBe =
        "must be a PNG, JPEG, GIF, WebP or SVG file in the notebook's folder, of at most 2 MB, with 20 MB in all on a page.";

    private const long LargestPicture = 2 * 1024 * 1024;

    private long room = 10 * LargestPicture;

    /// <summary>Whether an address names how it is fetched, as <c>https:</c> and <c>javascript:</c> do.</summary>
    public static bool HasScheme(string url) => Scheme().IsMatch(url);

    /// <summary>Whether an address leads to another site.</summary>
    public static bool IsElsewhere(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https";

    /// <summary>The address a link has in the site, or null where the site holds nothing to link to.</summary>
    public string? Page(string url)
    {
        if (url.StartsWith('#'))
            return "#" + HtmlText.Slug(Uri.UnescapeDataString(url[1..]));
        if (IsElsewhere(url) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return url;

        string[] parts = url.Split('#', 2);
        string file = Uri.UnescapeDataString(parts[0]).Replace("./", "", StringComparison.Ordinal);
        if (!pages.TryGetValue(file, out string? page))
            return null;
        return parts.Length == 1 ? page : $"{page}#{HtmlText.Slug(Uri.UnescapeDataString(parts[1]))}";
    }

    /// <summary>The address of a picture, with the picture in it where it lies beside the notebook, or null.</summary>
    public string? Picture(string url)
    {
        if (url.StartsWith("attachment:", StringComparison.Ordinal))
            return attachments.GetValueOrDefault(Uri.UnescapeDataString(url["attachment:".Length..]));
        if (PictureData().IsMatch(url))
            return url;
        if (notebookFolder is null || MimeType(url) is not { } mime || HasScheme(url))
            return null;

        string root = Path.GetFullPath(notebookFolder) + Path.DirectorySeparatorChar;
        try
        {
            var file = new FileInfo(Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(url))));
            if (!file.FullName.StartsWith(root, StringComparison.Ordinal) || !file.Exists || file.Length > Math.Min(LargestPicture, room))
                return null;
            room -= file.Length;
            return $"data:{mime};base64,{Convert.ToBase64String(File.ReadAllBytes(file.FullName))}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? MimeType(string url) => Path.GetExtension(url).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        ".SVG" => "image/svg+xml",
        _ => null,
    };

    [GeneratedRegex(@"^[\s\x00-\x20]*[a-zA-Z][a-zA-Z0-9+.\s\x00-\x20-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^data:image/(?:png|jpeg|gif|webp|svg\\+xml)[;,]", RegexOptions.IgnoreCase)]
    private static partial Regex PictureData();
}
