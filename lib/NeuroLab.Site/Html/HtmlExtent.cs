using System.Text.RegularExpressions;

namespace NeuroLab.Site.Html;

/// <summary>Whether a piece of HTML is small enough to be read: a deep one takes a parser time that grows with its square, and the stack.</summary>
internal static partial class HtmlExtent
{
    // Elements that have no end, or whose end may be left out: they do not nest by themselves.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "rp", "rt",
    };

    /// <summary>Whether depth and number of tags stay below the limits of <see cref="HtmlRules"/>.</summary>
    public static bool IsReadable(string html)
    {
        int depth = 0, tags = 0;
        foreach (ValueMatch match in TagStarts().EnumerateMatches(html))
        {
            ReadOnlySpan<char> tag = html.AsSpan(match.Index, match.Length);
            bool closes = tag[1] == '/';
            if (char.IsAsciiLetter(tag[^1]) || char.IsAsciiDigit(tag[^1]))
                depth = Math.Max(0, depth + Step(tag[(closes ? 2 : 1)..], closes));
            if (++tags > HtmlRules.MostTags || depth > HtmlRules.Deepest)
                return false;
        }

        return true;
    }

    private static int Step(ReadOnlySpan<char> name, bool closes) =>
        Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? 0 : closes ? -1 : 1;

    [GeneratedRegex("<(?:/?[a-zA-Z][a-zA-Z0-9]*|!|\\?)", RegexOptions.CultureInvariant)]
    private static partial Regex TagStarts();
}
