using System.Text.RegularExpressions;

namespace NeuroLab.Tests.Shared;

/// <summary>The links of Markdown texts.</summary>
internal static partial class Links
{
    /// <summary>The relative links of a text that lead to no file or folder.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="folder">Where the text lies.</param>
    public static IEnumerable<string> LeadingNowhere(string markdown, string folder) =>
        Relative().Matches(markdown).Select(link => link.Groups[1].Value).Where(link => !Path.Exists(Path.Combine(folder, link)));

    // A link's target up to its anchor; addresses such as https://... and anchors in the same text are no paths.
    [GeneratedRegex(@"\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)")]
    private static partial Regex Relative();
}
