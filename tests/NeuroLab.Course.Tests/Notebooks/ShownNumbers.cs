using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>The numbers in what a cell says: in printed text, in shown values, and in the words of its charts.</summary>
internal sealed partial class ShownNumbers
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    private readonly double[] numbers;

    public ShownNumbers(IEnumerable<NotebookOutput> outputs) => numbers =
    [
        .. outputs.SelectMany(Texts).SelectMany(text => Number().Matches(text)).Select(number => Parse(number.Value)),
    ];

    /// <summary>Whether one of them is, rounded, the quoted one; <c>97.8 %</c> may also be said as 0.978.</summary>
    /// <param name="quote">Such as <c>2.011</c>, <c>38,535,424</c> or <c>97.8 %</c>.</param>
    public bool Contain(string quote)
    {
        string digits = quote.TrimEnd('%', ' ');
        double quoted = Parse(digits), half = 0.5 * Math.Pow(10, -digits.Split('.').Skip(1).Sum(decimals => decimals.Length)) + 1e-9;
        return numbers.Any(number => Math.Abs(number - quoted) <= half || (quote.EndsWith('%') && Math.Abs(100 * number - quoted) <= half));
    }

    private static double Parse(string digits) => double.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(NotebookOutput output) =>
        output.Text is { } text ? [text]
        : output.Data?[Plotly] is { } figure ? Strings(figure)
        : output.MimeTypes.Select(type => Tag().Replace(output.GetText(type) ?? "", " "));

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject parts => parts.SelectMany(part => Strings(part.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
