namespace NeuroLab.Notebooks.Export.Markdown;

/// <summary>Where the links of one notebook lead in the exported site.</summary>
/// <param name="pages">The site's pages by the file name of their notebook.</param>
/// <param name="notebookFolder">The folder of the notebook, from which its pictures are read.</param>
/// <param name="attachments">Pictures kept in the notebook itself: name to data address.</param>
internal sealed class SiteLinks(
    IReadOnlyDictionary<string, string> pages, string? notebookFolder, IReadOnlyDictionary<string, string> attachments)
{
    private const long LargestPicture = 2 * 1024 * 1024;

    /// <summary>The address a link has in the site, or null where the site holds nothing to link to.</summary>
    public string? Page(string url)
    {
        if (url.StartsWith('#'))
            return "#" + HtmlText.Slug(Uri.UnescapeDataString(url[1..]));
        if (Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https" or "mailto")
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
        if (url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            return url;
        if (notebookFolder is null || MimeType(url) is not { } mime || Uri.TryCreate(url, UriKind.Absolute, out _))
            return null;

        string root = Path.GetFullPath(notebookFolder) + Path.DirectorySeparatorChar;
        var file = new FileInfo(Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(url))));
        if (!file.FullName.StartsWith(root, StringComparison.Ordinal) || !file.Exists || file.Length > LargestPicture)
            return null;
        return $"data:{mime};base64,{Convert.ToBase64String(File.ReadAllBytes(file.FullName))}";
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
}
