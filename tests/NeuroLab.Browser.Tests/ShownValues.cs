using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;

namespace NeuroLab.Browser.Tests;

/// <summary>What the cells of a notebook show, on the desktop and in the browser.</summary>
/// <remarks>What is shown must be the same but for roundings of numbers. A cell that loads what is optional is left out: a browser may lack that.</remarks>
internal sealed partial class ShownValues
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private const string Html = "text/html";
    private const double Tolerance = 2e-4;

    private readonly List<string> faults = [];
    private int numbers, different;
    private double largest;

    /// <summary>Holds what was shown in two places against each other.</summary>
    /// <param name="desktop">The notebook after it ran on the desktop.</param>
    /// <param name="browser">The same as the browser keeps it.</param>
    public ShownValues(NotebookDocument desktop, JsonNode browser)
    {
        bool[] isOptional = [.. desktop.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => OptionalPart.HintOf(cell.Source) is not null)];
        string[][] expected = Of(JsonNode.Parse(desktop.ToJson())!), shown = Of(browser);
        Assert.Equal(expected.Length, shown.Length);
        for (int cell = 0; cell < shown.Length; cell++)
        {
            if (!isOptional[cell])
                Compare(cell + 1, expected[cell], shown[cell]);
        }
    }

    /// <summary>Fails where anything else is shown in the browser than on the desktop.</summary>
    public void AssertAgree() => Assert.True(faults.Count == 0, string.Join('\n', faults));

    /// <summary>How many numbers differ, and by how much.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{different} of {numbers} numbers differ, by at most {largest:G2} of the number");

    private void Compare(int cell, string[] expected, string[] shown)
    {
        if (expected.Length != shown.Length)
        {
            faults.Add($"Cell {cell} shows\n{string.Join('\n', shown)}\nin the browser, and on the desktop\n{string.Join('\n', expected)}");
            return;
        }

        foreach ((string desktop, string browser) in expected.Zip(shown))
        {
            MatchCollection ours = Number().Matches(browser), theirs = Number().Matches(desktop);
            numbers += theirs.Count;
            if (Number().Replace(desktop, "#") != Number().Replace(browser, "#"))
            {
                faults.Add($"Cell {cell} shows\n{browser}\nin the browser, and on the desktop\n{desktop}");
                continue;
            }

            double[] apart = [.. theirs.Zip(ours).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => Apart(Value(pair.First), Value(pair.Second)))];
            different += apart.Length;
            largest = apart.Append(largest).Max();
            if (apart.Any(distance => distance > Tolerance))
                faults.Add($"Cell {cell} shows numbers in the browser that are {apart.Max():G2} of those on the desktop away from them:\n{browser}\nand on the desktop\n{desktop}");
        }
    }

    /// <summary>For each code cell, all that it shows: text as it is, charts as JSON. A chart's HTML is left out, as it holds the same JSON.</summary>
    private static string[][] Of(JsonNode notebook) =>
    [
        .. notebook["cells"]!.AsArray().Where(cell => (string)cell!["cell_type"]! == "code")
            .Select(cell => cell!["outputs"]!.AsArray().SelectMany(output => Parts(output!)).ToArray()),
    ];

    // Of what is near 0 the distance itself counts.
    private static double Apart(double one, double other) => Math.Abs(one - other) / Math.Max(1, Math.Abs(one));

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
