using System.Text.RegularExpressions;

namespace NeuroLab.Notebooks.Export;

/// <summary>Looks at HTML that comes from a notebook before it enters a page.</summary>
internal static partial class HtmlFragment
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    private static readonly HashSet<string> Acting = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "iframe", "object", "embed", "form", "link", "meta", "base", "html", "head", "body", "template", "frameset",
        "textarea", "title", "noscript", "plaintext", "xmp", "dialog", "video", "audio", "portal",
    };

    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "xlink:href", "action", "formaction",
    };

    /// <summary>The strongest effect anything in the fragment has.</summary>
    public static FragmentEffect Inspect(string html)
    {
        var open = new Stack<string>();
        string rest = Comments().Replace(html, "");
        string styleless = StyleElements().Replace(rest, "");
        bool styled = styleless.Length != rest.Length;
        int tags = 0;
        foreach (Match tag in Tags().Matches(styleless))
        {
            tags++;
            string name = tag.Groups["name"].Value;
            if (Acting.Contains(name) || HasActiveAttribute(tag.Groups["attributes"].Value))
                return FragmentEffect.Acts;
            if (tag.Value[1] == '/')
            {
                if (!open.TryPop(out string? expected) || !expected.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return FragmentEffect.Acts;
            }
            else if (!Void.Contains(name) && !tag.Value.EndsWith("/>", StringComparison.Ordinal))
            {
                open.Push(name);
            }
        }

        // A "<" that starts no complete tag is read differently by every browser: such text stays apart too.
        bool strayTag = TagStarts().Count(styleless) != tags;
        return open.Count > 0 || strayTag ? FragmentEffect.Acts : styled ? FragmentEffect.Styles : FragmentEffect.None;
    }

    private static bool HasActiveAttribute(string attributes) => Attributes().Matches(attributes).Any(attribute =>
    {
        string name = attribute.Groups["name"].Value;
        string value = attribute.Groups["value"].Value.Trim('"', '\'').Trim();
        return name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase)
            || (Addresses.Contains(name) && !SafeAddress().IsMatch(value));
    });

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"<style\b[^>]*>.*?</style\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex StyleElements();

    [GeneratedRegex("""</?(?<name>[a-zA-Z][^\s/>]*)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""")]
    private static partial Regex Tags();

    [GeneratedRegex("<[/!?a-zA-Z]")]
    private static partial Regex TagStarts();

    [GeneratedRegex("""(?<name>[^\s"'>/=]+)\s*(?:=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'>]+))?""")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^(?:https?:|mailto:|#|data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,]|[^:&]*$)", RegexOptions.IgnoreCase)]
    private static partial Regex SafeAddress();
}
