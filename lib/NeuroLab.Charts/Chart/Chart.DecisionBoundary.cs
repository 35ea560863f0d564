using System.Numerics;
using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public static partial class Chart
{
    // Thirty frames of so many points stay below the limit of a figure.
    private const int BoundarySteps = 32;

    /// <summary>
    /// What a classifier of two classes answers everywhere: blue where it says class 0, orange where it says class 1, and the
    /// boundary where it can't decide, with the points it was trained on.
    /// </summary>
    /// <param name="probability">The probability of class 1 at (x, y), from 0 to 1.</param>
    /// <param name="x">The x of each point.</param>
    /// <param name="y">The y of each point.</param>
    /// <param name="labels">The class of each point, 0 or 1.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">x, y and labels differ in length, or are empty.</exception>
    /// <example>
    /// <code>
    /// Chart.DecisionBoundary((a, b) => 1 / (1 + Math.Exp(3 - 2 * a - 2 * b)), [0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1]);
    /// </code>
    /// </example>
    public static Figure DecisionBoundary<TX, TY>(
        Func<double, double, double> probability, IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<int> labels, string title = "")
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        ArgumentNullException.ThrowIfNull(probability);
        ArgumentNullException.ThrowIfNull(labels);
        var (xs, ys) = Values.Pair(x, y, "Points");
        int[] classes = [.. labels];
        var across = Steps(WithMargin(Spread(xs)), nameof(x), BoundarySteps);
        var up = Steps(WithMargin(Spread(ys)), nameof(y), BoundarySteps);
        int right = Enumerable.Range(0, Math.Min(classes.Length, xs.Length)).Count(i => probability(xs[i], ys[i]) > 0.5 == (classes[i] == 1));
        return DrawBoundary(across, up, Sample(probability, across, up), right, xs, ys, classes, title);
    }

    /// <summary>The figure of what a classifier answers on a grid, with the points, of which so many are right.</summary>
    private static Figure DrawBoundary(double[] across, double[] up, double[,] answers, int right, double[] xs, double[] ys, int[] classes, string title)
    {
        var trace = new JsonObject
        {
            ["type"] = "contour",
            ["x"] = Values.Json(across),
            ["y"] = Values.Json(up),
            ["z"] = Values.Json(answers),
            // A single line, where the answer is a half, over colours that change smoothly.
            ["contours"] = new JsonObject { ["start"] = 0.5, ["end"] = 0.5, ["size"] = 1, ["coloring"] = "heatmap" },
            ["line"] = new JsonObject { ["color"] = Palette.Quiet, ["width"] = 2.5 },
            ["hovertemplate"] = "(%{x:.3~g}, %{y:.3~g}): %{z:.0%}<extra></extra>",
        };
        ColorScale.Set(trace, Palette.Ground(), 0, 1);
        ColorScale.Mark(trace, "ground");
        trace.Child("colorbar")["title"] = new JsonObject { ["text"] = "class 1" };
        trace.Child("colorbar")["tickvals"] = new JsonArray(0, 0.5, 1);
        trace.Child("colorbar")["tickformat"] = ".0%";
        var figure = new Figure(title).WithAxisTitles("x1", "x2").WithRange((across[0], across[^1]), (up[0], up[^1]));
        figure.Layout.Child("xaxis")["showgrid"] = false;
        figure.Layout.Child("yaxis")["showgrid"] = false;
        figure.Layout["width"] = 640;
        figure.Layout["height"] = 500;
        figure.KeepAspect(1.15);
        figure.Add(trace, $"Probability of class 1 over the plane; {right} of {Words.Count(xs.Length, "point")} on the right side of the boundary.");
        figure.AddClasses(xs, ys, classes, ["class 0", "class 1"]);
        foreach (var points in figure.Data.Skip(1))
        {
            var marker = points!["marker"]!;
            marker["size"] = xs.Length > 100 ? 7 : 12;
            marker["opacity"] = 1;
            marker["line"] = new JsonObject { ["color"] = "#ffffff", ["width"] = 1.5 };
        }
        return figure;
    }

    private static (double From, double To) WithMargin((double From, double To) range)
    {
        double margin = (range.To - range.From) * 0.25;
        return (range.From - margin, range.To + margin);
    }
}
