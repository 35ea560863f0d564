using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Charts;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 17, Plotly.NET.</summary>
public static class PlotlyNetExercises
{
    private static readonly double[][] Accuracies = [[0.51, 0.8, 0.92], [0.25, 0.125]];
    private static readonly double[][][] Weights = [[[0.5, -0.25, 1], [2, 0, -3]], [[0.1, 0.4], [0.2, -0.05], [0.3, 0.15]]];
    private static readonly string[] LossNames = ["loss", "cross-entropy"];

    /// <summary>17.1: the numbers in the traces of 65 lines over 13 snapshots.</summary>
    /// <param name="numbers">The reader's number.</param>
    public static ExerciseResult CrowdNumbers(int? numbers) => Check("17.1", numbers, answer => answer switch
    {
        845 => null,
        832 => "Those are the 64 grey lines. The marked one is a trace of its own.",
        780 => "One number is missing in each line: the snapshot at the start counts too.",
        768 => "Two things are missing: the marked line, and in each line the snapshot at the start.",
        65 => "That is the number of lines. Each has a number for every snapshot.",
        64 => "That is the number of grey lines. How many lines are there in all, and how many numbers has each?",
        13 or 12 => "That is one line. How many lines are there?",
        78 or 77 or 76 => "You add lines and snapshots. Each line has a number for every snapshot: multiply.",
        1690 or 1664 or 1560 => "These traces have no x: only y is given, and Plotly counts by itself.",
        910 => "One snapshot too many: there is one at the start and one after each of 12 epochs.",
        858 => "One line too many: 64 grey ones, and one of them once more.",
        <= 0 => "A chart with lines holds numbers, so it is more than that. How many has one line?",
        _ => "How many lines are there, the marked one counted, and how many snapshots does each go through?",
    }, "65 × 13 = 845.");

    /// <summary>17.2: accuracies as bars.</summary>
    /// <param name="bars">The reader's function of the accuracies.</param>
    public static ExerciseResult AccuracyBars(Func<double[], Figure>? bars) => Check("17.2", bars, answer =>
        Accuracies.Select(heights => BarsHint(answer([.. heights]), heights)).FirstOrDefault(hint => hint is not null),
        "One bar for each epoch. Bars start at 0, so good accuracies all look alike: a line with an axis from 0.8 to 1 would tell more.");

    /// <summary>17.3: a figure with a logarithmic y axis that keeps its title.</summary>
    /// <param name="logarithmic">The reader's function of a figure.</param>
    public static ExerciseResult LogarithmicLoss(Func<Figure, Figure>? logarithmic) => Check("17.3", logarithmic, answer =>
        LossNames.Select(name => LogarithmHint(answer, Losses(name))).FirstOrDefault(hint => hint is not null),
        "The axis became logarithmic and kept its title, because what is said is added to what is there.");

    /// <summary>17.4: weights as a heatmap whose colours are the same on both sides of zero.</summary>
    /// <param name="picture">The reader's function of the rows of weights.</param>
    public static ExerciseResult SignedPicture(Func<double[][], Figure>? picture) => Check("17.4", picture, answer =>
        Weights.Select(rows => PictureHint(answer([.. rows.Select(row => row.ToArray())]), rows)).FirstOrDefault(hint => hint is not null),
        "Zero has the colour in the middle, whatever weights come.");

    /// <summary>A loss curve as the notebook has it, with other numbers.</summary>
    private static Figure Losses(string name) => Chart.Line([1, 2, 3, 4], ("training", [2.3, 0.7, 0.2, 0.05]), ("validation", [2.2, 0.8, 0.4, 0.3]))
        .WithAxisTitles("epoch", name);

    private static string? BarsHint(Figure? figure, double[] heights)
    {
        if (OneTrace(figure, "bar", "Bars") is { } fault)
            return fault;
        JsonNode trace = figure!.Data[0]!;
        if (Numbers(trace["y"]) is not { } given)
        {
            return Numbers(trace["x"]) is { } across && SameNumbers(across, heights)
                ? "The accuracies are in x. For bars that stand upright the heights are in y."
                : "The trace has no y. Give it the heights of the bars: SetProperty(\"y\", ...), with a small y.";
        }
        return 0 switch
        {
            _ when (string?)trace["orientation"] is "h" => "These bars lie on their side. Leave the orientation out.",
            _ when SameNumbers(given, heights) && trace["x"] is JsonArray x && x.Count != heights.Length => $"There are {heights.Length} heights and {x.Count} places in x. Each bar needs one of both.",
            _ when SameNumbers(given, heights) => null,
            _ when SameNumbers(given, [.. heights.Select(height => 100 * height)]) => "You draw percent. The numbers should go in as they are; an axis can show percent by its tickformat.",
            _ when SameNumbers(given, [.. heights.Select(height => 1 - height)]) => "Those are the parts that are wrong. Draw the accuracies themselves.",
            _ when SameNumbers(given, [.. heights.Select((_, i) => (double)(i + 1))]) => "The heights are the numbers of the epochs. Have x and y changed places?",
            _ when SameNumbers(given, [.. heights.Reverse()]) => "The bars stand from back to front: the first epoch comes first.",
            _ when SameNumbers(given, [.. heights.Select(height => (double)(int)height)]) => "All heights are whole numbers. Did a cast or a division cut off what comes after the point?",
            _ when given.Length == heights.Length - 1 || given.Length == heights.Length + 1 => $"For {heights.Length} epochs there are {given.Length} bars. Where does your loop begin, and where does it end?",
            _ when given.Length != heights.Length => $"For {heights.Length} epochs there are {given.Length} bars. Do you draw what your function is given, or what the notebook recorded?",
            _ => FormattableString.Invariant($"The heights should be the numbers given, {FunctionCheck.Text(heights)}. Where do yours come from?"),
        };
    }

    private static string? LogarithmHint(Func<Figure, Figure> answer, Figure figure)
    {
        int traces = figure.Data.Count;
        string before = figure.Data.ToJsonString(), title = (string)figure.Layout["yaxis"]!["title"]!["text"]!;
        Figure given = answer(figure);
        JsonNode? axis = given?.Layout["yaxis"];
        string? kind = (string?)axis?["type"], words = axis?["title"] switch { JsonValue text => (string?)text, var object_ => (string?)object_?["text"] };
        return 0 switch
        {
            _ when given is null => "Your function returned null instead of a figure. Is there a return, and a ToFigure() before it?",
            _ when (string?)given.Layout["xaxis"]?["type"] is "log" => "That is the x axis. The loss is on the y axis.",
            _ when given.Data.Count == 0 => "The figure has no traces any more. Start from the one that your function is given.",
            _ when given.Data.Count != traces => $"It came with {traces} traces and goes with {given.Data.Count}. Only the axis should change.",
            _ when kind is not "log" && string.Equals(kind, "log", StringComparison.OrdinalIgnoreCase) => "Plotly's names are written small: the type is \"log\".",
            _ when kind is not null and not "log" && kind.Contains("log", StringComparison.OrdinalIgnoreCase) => $"Plotly does not know the type \"{kind}\". Its name for a logarithmic axis is shorter.",
            _ when kind is not "log" && given.Data.ToJsonString() != before => "You changed the numbers. The axis does that by itself, and its ticks then still say the losses.",
            _ when kind is not "log" => "The y axis is not logarithmic yet. Which property of an axis says of which kind it is?",
            _ when string.IsNullOrEmpty(words) => "The axis has lost its title. WithYAxisStyle adds to the axis that is there; a new layout replaces it.",
            _ when words != title => "The axis has another title than before. Only its type should change.",
            _ => null,
        };
    }

    private static string? PictureHint(Figure? figure, double[][] rows)
    {
        if (OneTrace(figure, "heatmap", "Pictures of weights") is { } fault)
            return fault;
        JsonNode trace = figure!.Data[0]!;
        if (trace["z"] is not JsonArray z || z.Any(row => Numbers(row) is null))
            return "The trace has no z, or it is not made of rows. Give it the weights: SetProperty(\"z\", ...), rows of numbers.";
        double[][] given = [.. z.Select(row => Numbers(row)!)];
        bool reversed = (string?)figure.Layout["yaxis"]?["autorange"] is "reversed", downwards = Is([.. rows.Reverse()]), upwards = Is(rows);
        double largest = rows.Max(row => row.Max(Math.Abs));
        double? low = Number(trace["zmin"]), high = Number(trace["zmax"]), middle = Number(trace["zmid"]);
        bool Is(double[][] expected) => given.Length == expected.Length && given.Zip(expected).All(pair => SameNumbers(pair.First, pair.Second));
        return 0 switch
        {
            _ when Is([.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Select(row => row[j]).ToArray())]) => "Rows and columns are exchanged: each element of z is a row.",
            _ when Is([.. rows.Select(row => row.Reverse().ToArray())]) || Is([.. rows.Reverse().Select(row => row.Reverse().ToArray())]) => "Left and right are exchanged: the rows are turned around, and not their order.",
            _ when Is([.. rows.Select(row => row.Select(Math.Abs).ToArray())]) || Is([.. rows.Reverse().Select(row => row.Select(Math.Abs).ToArray())]) => "The signs are lost. What is negative should be seen as negative.",
            _ when !upwards && !downwards => "z does not hold the weights that were given. Where do yours come from?",
            _ when upwards != reversed => "The picture stands on its head: Plotly draws the first row at the bottom. What turns the rows around?",
            _ when middle is { } at && low is null && high is null => at == 0 ? null : "The colour in the middle should stand for 0.",
            _ when low is null && high is null && (trace["cmin"] ?? trace["cmax"] ?? trace["zMin"] ?? trace["zMax"]) is not null => "Plotly does not know that name for a heatmap, and leaves it out without a word: it is zmin and zmax.",
            _ when low is null && high is null => "The scale has no ends yet, so Plotly takes the smallest and the largest weight. Which colour has 0 then?",
            _ when low is null || high is null => "The scale has one end only. Which two properties hold its ends?",
            _ when !Near(low.Value, -high.Value) && Near(low.Value, rows.Min(row => row.Min())) => "From the smallest to the largest weight: 0 is not in the middle of that. How far is the weight that is furthest from 0?",
            _ when !Near(low.Value, -high.Value) => FormattableString.Invariant($"The scale goes from {low:0.##} to {high:0.##}. Are both ends as far from 0?"),
            _ when low > high => "The ends are exchanged: the lower one is zmin.",
            _ when high < largest - 1e-6 => FormattableString.Invariant($"The scale ends at {high:0.##}, and there is a weight of size {largest:0.##}: beyond the end all look alike. From which weights do your ends come?"),
            _ when high > 4 * largest => FormattableString.Invariant($"The scale goes to {high:0.##}, and no weight is larger than {largest:0.##}: all look pale. From which weights do your ends come?"),
            _ => null,
        };
    }

    private static string? OneTrace(Figure? figure, string type, string what) => figure switch
    {
        null => "Your function returned null instead of a figure. Is there a return, and a ToFigure() before it?",
        _ when figure.Data.Count != 1 => $"One trace is asked for, but this figure has {figure.Data.Count}.",
        _ when (string?)figure.Data[0]!["type"] != type => $"The trace is of type {(string?)figure.Data[0]!["type"] ?? "(none)"}. {what} need the type \"{type}\": new Trace(\"{type}\").",
        _ => null,
    };

    private static double? Number(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number ? node.Deserialize<double>() : null;

    private static double[]? Numbers(JsonNode? node) => node is JsonArray array && array.All(item => Number(item) is not null)
        ? [.. array.Select(item => Number(item)!.Value)]
        : null;

    private static bool SameNumbers(double[] given, double[] expected) =>
        given.Length == expected.Length && given.Zip(expected).All(pair => Near(pair.First, pair.Second));
}
