using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuroLab.Site;

/// <summary>Plain text on its way into a page.</summary>
internal static partial class HtmlText
{
    /// <summary>Escapes text for use between tags and in quoted attributes.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }

        return html.ToString();
    }

    /// <summary>Escapes text and marks its Chinese parts, so that they are read and set as Chinese.</summary>
    public static string EscapeWithLanguages(string text) =>
        Chinese().Replace(Escape(text), match => $"<span lang=\"zh\">{match.Value}</span>");

    /// <summary>Removes terminal colour codes and applies carriage returns, as a terminal would.</summary>
    public static string ForPage(string text)
    {
        string plain = TerminalCodes().Replace(text, "").Replace("\r\n", "\n", StringComparison.Ordinal);
        IEnumerable<string> lines = plain.Split('\n').Select(line => line[(line.TrimEnd('\r').LastIndexOf('\r') + 1)..]);
        return string.Join('\n', lines).Replace("\r", "", StringComparison.Ordinal);
    }

    /// <summary>The text of a piece of HTML, without its tags.</summary>
    public static string WithoutTags(string html) => WebUtility.HtmlDecode(Tags().Replace(html, "")).Trim();

    /// <summary>A heading's text as the part of an address after the #: letters and digits in lower case, dashes between.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (char c in text.Trim())
        {
            if (char.IsLetterOrDigit(c) || c == '_')
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-' && (c == ' ' || c == '-'))
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>A whole number as every country writes it.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\u3400-\u9FFF\uF900-\uFAFF](?:[\u3000-\u303F\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]*[\u3400-\u9FFF\uF900-\uFAFF])?")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)?|[@-Z\\-_])|[\x00-\x08\x0B\x0C\x0E-\x1F]")]
    private static partial Regex TerminalCodes();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
