using System.Text.Json.Nodes;
using Ganss.Xss;

namespace NeuroLab.Site.Html;

/// <summary>What HTML from a notebook may hold to become part of a page. Whatever is not named here is not let in.</summary>
internal static class HtmlRules
{
    /// <summary>The greatest depth and number of tags that are read; more of either comes only from a mistake or an attack.</summary>
    public const int Deepest = 100, MostTags = 20_000;

    private static readonly string[] Tags = (
        "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl " +
        "dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li mark menu ol p pre q rp rt ruby s samp " +
        "section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr").Split(' ');

    private static readonly string[] Attributes = (
        "abbr align alt aria-hidden aria-label axis bgcolor border cellpadding cellspacing char charoff checked class color cols colspan " +
        "compact data-language datetime dir disabled face headers height hidden href hspace lang loading noshade nowrap open reversed " +
        "role rows rowspan rules scope size span src start style summary title translate type valign value vspace width").Split(' ');

    /// <summary>Attributes that only name or group things: without them the same is seen.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "class", "id", "name", "rel", "tabindex", "target", "download", "frame", "decoding", "fetchpriority", "referrerpolicy",
    };

    private static readonly string[] UriAttributes = ["href", "src", "background", "cite", "longdesc"];

    // What could lay a part of the output over the page around it, or move by itself.
    private static readonly string[] StylesNotTaken = ["position", "z-index", "transform", "animation", "all", "filter", "mask", "perspective"];

    // Those that NeuroLab's own values and this exporter's Markdown use, and the tables of pandas.
    private static readonly string[] Classes = (
        "neurolab-table neurolab-exercise dataframe math display code k t m s e n c p contains-task-list task-list-item").Split(' ');

    /// <summary>Rules for the library that carries them out.</summary>
    public static HtmlSanitizerOptions Options() => new()
    {
        AllowedTags = Set(Tags),
        AllowedAttributes = Set(Attributes),
        AllowedClasses = Set(Classes),
        AllowedCssProperties = Set(HtmlSanitizerDefaults.AllowedCssProperties.Where(name =>
            !StylesNotTaken.Any(part => name == part || name.StartsWith(part + "-", StringComparison.Ordinal)))),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        AllowedSchemes = Set(["http", "https", "mailto"]),
        UriAttributes = Set(UriAttributes),
        AllowDataAttributes = true,
        AllowCssCustomProperties = false,
    };

    /// <summary>The rules as the live page's script takes them.</summary>
    public static JsonObject ToJson() => new()
    {
        ["tags"] = List(Tags),
        ["attributes"] = List(Attributes.Concat(UriAttributes).Concat(Names.Except(["class", "id", "name"], StringComparer.OrdinalIgnoreCase))),
        ["classes"] = List(Classes),
        ["styles"] = List(Options().AllowedCssProperties),
    };

    /// <summary>Whether HTML knows an element of that name, allowed or not.</summary>
    public static bool IsKnownTag(string name) => Tags.Contains(name, StringComparer.OrdinalIgnoreCase) || OtherTags.Contains(name);

    /// <summary>Whether an attribute says nothing that a reader would see or hear.</summary>
    public static bool IsOnlyAName(string attribute) => Names.Contains(attribute);

    /// <summary>Whether the text within an element is meant for machines.</summary>
    public static bool IsForMachines(string tag) => Machines.Contains(tag);

    private static readonly HashSet<string> Machines = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "iframe", "object", "embed", "noembed", "noframes", "noscript", "link", "meta", "base",
    };

    private static readonly HashSet<string> OtherTags = new(
        Machines.Concat(("area audio body button canvas data datalist dialog fieldset form frame frameset head hgroup html label legend " +
            "main map marquee math meter nav optgroup option output param picture plaintext portal progress search select slot source svg " +
            "textarea title track video xmp " +
            "animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feGaussianBlur filter foreignObject g image line " +
            "linearGradient marker mask path pattern polygon polyline radialGradient rect set stop symbol text textPath tspan use view " +
            "maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup " +
            "mtable mtd mtext mtr munder munderover semantics annotation").Split(' ')),
        StringComparer.OrdinalIgnoreCase);

    private static JsonArray List(IEnumerable<string> names) => [.. names.Select(name => JsonValue.Create(name))];

    private static HashSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.OrdinalIgnoreCase);
}
