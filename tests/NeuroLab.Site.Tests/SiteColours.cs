using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuroLab.Site.Tests;

/// <summary>The colours that the site's style sheet names, for light and for dark pages.</summary>
internal sealed partial class SiteColours
{
    private readonly Dictionary<string, (string Light, string Dark)> pairs;

    private SiteColours(Dictionary<string, (string Light, string Dark)> pairs) => this.pairs = pairs;

    public static SiteColours Read(string css) => new(Pairs().Matches(css).ToDictionary(
        match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value)));

    /// <summary>The contrast of one colour on another, light and dark, as the Web Content Accessibility Guidelines define it.</summary>
    public double[] Contrasts(string ink, string ground) =>
        [Contrast(pairs[ink].Light, pairs[ground].Light), Contrast(pairs[ink].Dark, pairs[ground].Dark)];

    private static double Contrast(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, i) => weight * Linear(int.Parse(colour.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))).Sum();
    }

    private static double Linear(int level)
    {
        double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)")]
    private static partial Regex Pairs();
}
