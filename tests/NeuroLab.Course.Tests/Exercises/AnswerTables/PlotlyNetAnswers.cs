using System.Text.Json.Nodes;
using NeuroLab.Charts;
using static NeuroLab.Course.Exercises.PlotlyNetExercises;
using static NeuroLab.Course.Tests.Exercises.AnswerTables.Answer;

namespace NeuroLab.Course.Tests.Exercises.AnswerTables;

/// <summary>Answers to the exercises of notebook 17: figures as Plotly.NET hands them over.</summary>
internal static class PlotlyNetAnswers
{
    internal static Answer[] All() => [.. Counts(), .. Bars(), .. Axes(), .. Pictures()];

    private static Answer[] Counts() =>
    [
        Right(() => CrowdNumbers(845)),
        Right(() => CrowdNumbers(65 * 13)),
        Right(() => CrowdNumbers((64 + 1) * (12 + 1))),
        NotYet("marked one", () => CrowdNumbers(64 * 13)),
        NotYet("the start counts too", () => CrowdNumbers(65 * 12)),
        NotYet("Two things are missing", () => CrowdNumbers(64 * 12)),
        NotYet("number of lines", () => CrowdNumbers(65)),
        NotYet("grey lines", () => CrowdNumbers(64)),
        NotYet("one line", () => CrowdNumbers(13)),
        NotYet("multiply", () => CrowdNumbers(65 + 13)),
        NotYet("no x", () => CrowdNumbers(2 * 845)),
        NotYet("One snapshot too many", () => CrowdNumbers(65 * 14)),
        NotYet("One line too many", () => CrowdNumbers(66 * 13)),
        NotYet("How many has one line", () => CrowdNumbers(0)),
        Fallback("the marked one counted", () => CrowdNumbers(1000)),
    ];

    private static Answer[] Bars() =>
    [
        Right(() => AccuracyBars(given => Bar(given))),
        Right(() => AccuracyBars(given => Bar(given, trace => trace["x"] = Json(Enumerable.Range(1, given.Length).Select(i => (double)i))))),
        Right(() => AccuracyBars(given => Bar([.. given.Select(height => (double)(float)height)], trace => trace["x"] = new JsonArray([.. given.Select((_, i) => (JsonNode)$"epoch {i + 1}")])))),
        Right(() => AccuracyBars(given => Chart.Bar(given.Select((_, i) => $"{i}"), given, "Accuracies"))),
        Right(() => AccuracyBars(given => Bar(given, trace => trace["marker"] = new JsonObject { ["color"] = "#0072b2" }).WithTitle("Accuracy").WithRange(y: (0, 1)))),
        NotYet("returned null", () => AccuracyBars(_ => null!)),
        NotYet("has 0", () => AccuracyBars(_ => new Figure())),
        NotYet("has 2", () => AccuracyBars(given => { Figure figure = Bar(given); figure.Data.Add((JsonNode)new JsonObject { ["type"] = "bar" }); return figure; })),
        NotYet("of type scatter", () => AccuracyBars(given => Bar(given, trace => trace["type"] = "scatter"))),
        NotYet("of type (none)", () => AccuracyBars(given => Bar(given, trace => trace.Remove("type")))),
        NotYet("of type histogram", () => AccuracyBars(given => Bar(given, trace => trace["type"] = "histogram"))),
        NotYet("has no y", () => AccuracyBars(given => Bar(given, trace => { trace.Remove("y"); trace["Y"] = Json(given); }))),
        NotYet("accuracies are in x", () => AccuracyBars(given => Bar(given, trace => { trace.Remove("y"); trace["x"] = Json(given); }))),
        NotYet("on their side", () => AccuracyBars(given => Bar(given, trace => trace["orientation"] = "h"))),
        NotYet("places in x", () => AccuracyBars(given => Bar(given, trace => trace["x"] = Json([1, 2, 3, 4, 5])))),
        NotYet("percent", () => AccuracyBars(given => Bar([.. given.Select(height => 100 * height)]))),
        NotYet("parts that are wrong", () => AccuracyBars(given => Bar([.. given.Select(height => 1 - height)]))),
        NotYet("changed places", () => AccuracyBars(given => Bar([.. given.Select((_, i) => i + 1.0)]))),
        NotYet("back to front", () => AccuracyBars(given => Bar([.. Enumerable.Reverse(given)]))),
        NotYet("whole numbers", () => AccuracyBars(given => Bar([.. given.Select(height => (double)(int)height)]))),
        NotYet("where does it end", () => AccuracyBars(given => Bar(given[1..]))),
        NotYet("what the notebook recorded", () => AccuracyBars(_ => Bar([.. Enumerable.Repeat(0.9, 12)]))),
        NotYet("has no y", () => AccuracyBars(given => Bar(given, trace => trace["y"] = "0.5"))),
        NotYet("NotSupportedException", () => AccuracyBars(_ => throw new NotSupportedException("no"))),
        Fallback("Where do yours come from", () => AccuracyBars(given => Bar([.. given.Select(height => height + 0.1)]))),
    ];

    private static Answer[] Axes() =>
    [
        Right(() => LogarithmicLoss(figure => With(figure, axis => axis["type"] = "log"))),
        Right(() => LogarithmicLoss(figure => figure.WithLogY())),
        Right(() => LogarithmicLoss(figure => With(figure, axis => { axis["title"] = (string)axis["title"]!["text"]!; axis["type"] = "log"; }))),
        Right(() => LogarithmicLoss(figure => With(figure, axis => { axis["type"] = "log"; axis["showgrid"] = false; }).WithTitle("Mine"))),
        NotYet("returned null", () => LogarithmicLoss(_ => null!)),
        NotYet("not logarithmic yet", () => LogarithmicLoss(figure => figure)),
        NotYet("not logarithmic yet", () => LogarithmicLoss(figure => With(figure, axis => axis["typ"] = "log"))),
        NotYet("not logarithmic yet", () => LogarithmicLoss(figure => With(figure, axis => axis["type"] = "linear"))),
        NotYet("written small", () => LogarithmicLoss(figure => With(figure, axis => axis["type"] = "Log"))),
        NotYet("\"logarithmic\"", () => LogarithmicLoss(figure => With(figure, axis => axis["type"] = "logarithmic"))),
        NotYet("That is the x axis", () => LogarithmicLoss(figure => { figure.Layout["xaxis"]!["type"] = "log"; return figure; })),
        NotYet("That is the x axis", () => LogarithmicLoss(figure => { figure.Layout["xaxis"]!["type"] = "log"; return With(figure, axis => axis["type"] = "log"); })),
        NotYet("lost its title", () => LogarithmicLoss(figure => { figure.Layout["yaxis"] = new JsonObject { ["type"] = "log" }; return figure; })),
        NotYet("lost its title", () => LogarithmicLoss(figure => With(figure, axis => { axis["type"] = "log"; axis["title"] = ""; }))),
        NotYet("another title", () => LogarithmicLoss(figure => With(figure, axis => { axis["type"] = "log"; axis["title"] = "y"; }))),
        NotYet("no traces", () => LogarithmicLoss(figure => { figure.Data.Clear(); return With(figure, axis => axis["type"] = "log"); })),
        NotYet("2 traces and goes with 1", () => LogarithmicLoss(figure => { figure.Data.RemoveAt(1); return With(figure, axis => axis["type"] = "log"); })),
        NotYet("changed the numbers", () => LogarithmicLoss(figure => { figure.Data[0]!["y"] = Json([0.4, -0.2, -0.7, -1.3]); return figure; })),
        NotYet("another title", () => LogarithmicLoss(figure => With(figure, axis => { axis["type"] = "log"; axis["title"] = "log(loss)"; }))),
        NotYet("DivideByZeroException", () => LogarithmicLoss(_ => throw new DivideByZeroException())),
    ];

    private static Answer[] Pictures() =>
    [
        Right(() => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, -Largest(rows), Largest(rows))))),
        Right(() => SignedPicture(rows => Heat(Up(rows), trace => trace["zmid"] = 0))),
        Right(() => SignedPicture(rows => { Figure figure = Heat(rows, trace => Ends(trace, -Largest(rows), Largest(rows))); figure.Layout["yaxis"] = new JsonObject { ["autorange"] = "reversed" }; return figure; })),
        Right(() => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, -Math.Ceiling(Largest(rows)), Math.Ceiling(Largest(rows)))))),
        Right(() => SignedPicture(rows => Heat(Up(rows), trace => { Ends(trace, -1.1 * Largest(rows), 1.1 * Largest(rows)); trace["colorscale"] = "RdBu"; }))),
        NotYet("returned null", () => SignedPicture(_ => null!)),
        NotYet("has 0", () => SignedPicture(_ => new Figure())),
        NotYet("of type bar", () => SignedPicture(rows => Heat(rows, trace => trace["type"] = "bar"))),
        NotYet("has no z", () => SignedPicture(rows => Heat(rows, trace => trace.Remove("z")))),
        NotYet("made of rows", () => SignedPicture(rows => Heat(rows, trace => trace["z"] = Json(rows.SelectMany(row => row))))),
        NotYet("Rows and columns", () => SignedPicture(rows => Heat([.. rows[0].Select((_, j) => rows.Select(row => row[j]).ToArray())]))),
        NotYet("Left and right", () => SignedPicture(rows => Heat([.. rows.Select(row => Enumerable.Reverse(row).ToArray())]))),
        NotYet("signs are lost", () => SignedPicture(rows => Heat([.. rows.Select(row => row.Select(Math.Abs).ToArray())]))),
        NotYet("does not hold the weights", () => SignedPicture(rows => Heat([[1, 2], [3, 4]]))),
        NotYet("on its head", () => SignedPicture(rows => Heat(rows, trace => Ends(trace, -Largest(rows), Largest(rows))))),
        NotYet("no ends yet", () => SignedPicture(rows => Heat(Up(rows)))),
        NotYet("no ends yet", () => SignedPicture(rows => Heat(Up(rows), trace => trace["colorscale"] = "RdBu"))),
        NotYet("does not know that name", () => SignedPicture(rows => Heat(Up(rows), trace => { trace["cmin"] = -3; trace["cmax"] = 3; }))),
        NotYet("one end only", () => SignedPicture(rows => Heat(Up(rows), trace => trace["zmax"] = Largest(rows)))),
        NotYet("From the smallest to the largest", () => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, rows.Min(row => row.Min()), rows.Max(row => row.Max()))))),
        NotYet("as far from 0", () => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, 0, Largest(rows))))),
        NotYet("ends are exchanged", () => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, Largest(rows), -Largest(rows))))),
        NotYet("beyond the end", () => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, -0.8, 0.8)))),
        NotYet("beyond the end", () => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, -rows.Max(row => row.Max()), rows.Max(row => row.Max()))))),
        NotYet("all look pale", () => SignedPicture(rows => Heat(Up(rows), trace => Ends(trace, -3, 3)))),
        NotYet("middle should stand for 0", () => SignedPicture(rows => Heat(Up(rows), trace => trace["zmid"] = 1))),
        NotYet("IndexOutOfRangeException", () => SignedPicture(rows => Heat([rows[8]]))),
    ];

    private static Figure Bar(double[] heights, Action<JsonObject>? change = null) => One("bar", "y", Json(heights), change);

    private static Figure Heat(double[][] rows, Action<JsonObject>? change = null) => One("heatmap", "z", new JsonArray([.. rows.Select(row => (JsonNode)Json(row))]), change);

    private static Figure One(string type, string name, JsonArray numbers, Action<JsonObject>? change)
    {
        JsonObject trace = new() { ["type"] = type, [name] = numbers };
        change?.Invoke(trace);
        Figure figure = new();
        figure.Data.Add((JsonNode)trace);
        return figure;
    }

    private static Figure With(Figure figure, Action<JsonObject> change)
    {
        change(figure.Layout["yaxis"]!.AsObject());
        return figure;
    }

    private static void Ends(JsonObject trace, double low, double high) => (trace["zmin"], trace["zmax"]) = (low, high);

    private static double[][] Up(double[][] rows) => [.. Enumerable.Reverse(rows)];

    private static double Largest(double[][] rows) => rows.Max(row => row.Max(Math.Abs));

    private static JsonArray Json(IEnumerable<double> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
