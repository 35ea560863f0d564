using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Documents;

namespace NeuroLab.Browser.Tests;

/// <summary>What the cells of a notebook show, in a form in which two runs on different processors can be compared.</summary>
internal static partial class ShownValues
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private const string Html = "text/html";
    private const double Tolerance = 2e-4;

    /// <summary>Fails where a notebook shows anything else in the browser than on the desktop.</summary>
    public static void AssertAgree(NotebookDocument desktop, JsonNode browser)
    {
        string[][] expected = Of(JsonNode.Parse(desktop.ToJson())!), shown = Of(browser);
        Assert.Equal(expected.Length, shown.Length);
        for (int cell = 0; cell < shown.Length; cell++)
        {
            Assert.True(
                expected[cell].Length == shown[cell].Length && expected[cell].Zip(shown[cell]).All(pair => Agree(pair.First, pair.Second)),
                $"Cell {cell + 1} shows\n{string.Join('\n', shown[cell])}\nin the browser, and on the desktop\n{string.Join('\n', expected[cell])}");
        }
    }

    /// <summary>For each code cell, all that it shows: text as it is, charts as JSON. A chart's HTML is left out, as it holds the same JSON.</summary>
    private static string[][] Of(JsonNode notebook) =>
    [
        .. notebook["cells"]!.AsArray().Where(cell => (string)cell!["cell_type"]! == "code")
            .Select(cell => cell!["outputs"]!.AsArray().SelectMany(output => Parts(output!)).ToArray()),
    ];

    /// <summary>Whether two texts are equal but for the last digits of their numbers.</summary>
    private static bool Agree(string one, string other)
    {
        if (one == other)
            return true;
        if (Number().Replace(one, "#") != Number().Replace(other, "#"))
            return false;
        return Number().Matches(one).Zip(Number().Matches(other)).All(pair => Near(Value(pair.First), Value(pair.Second)));
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(1, Math.Abs(one));

    private static double Value(Match number) => double.Parse(number.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Parts(JsonNode output)
    {
        if (output["text"] is { } text)
            yield return $"{output["name"]}: {Joined(text)}";
        if (output["ename"] is { } error)
            yield return $"{error}: {output["evalue"]}";
        foreach ((string type, JsonNode? value) in output["data"] as JsonObject ?? [])
        {
            if (type != Html || output["data"]![Plotly] is null)
                yield return $"{type}: {Joined(value!)}";
        }
    }

    private static string Joined(JsonNode text) => text is JsonArray lines && lines.All(line => line is JsonValue) ? string.Concat(lines.Select(line => (string)line!)) : text.ToJsonString();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")]
    private static partial Regex Number();
}
