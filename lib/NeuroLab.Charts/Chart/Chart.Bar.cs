using System.Numerics;
using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>A bar for each of a few named numbers, such as the probability of each class.</summary>
    /// <param name="names">What each bar stands for.</param>
    /// <param name="values">How high each bar is.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">There are more names than numbers, or fewer; or there are none.</exception>
    /// <example>
    /// <code>
    /// Chart.Bar(["cat", "dog", "bird"], [0.7, 0.2, 0.1], "The model is fairly sure that it sees a cat");
    /// </code>
    /// </example>
    public static Figure Bar<T>(IEnumerable<string> names, IEnumerable<T> values, string title = "") where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] labels = [.. names];
        double[] heights = Values.From(values, nameof(values));
        if (labels.Length != heights.Length)
            throw new ArgumentException($"Each bar needs a name and a number, but there are {Words.Count(labels.Length, "name")} and {Words.Count(heights.Length, "number")}.", nameof(values));

        var figure = new Figure(title);
        figure.Layout.Child("xaxis")["type"] = "category";
        figure.Layout["bargap"] = 0.3;
        figure.Add(new JsonObject
        {
            ["type"] = "bar",
            ["x"] = Values.Json(labels.Select(Words.Escape)),
            ["y"] = Values.Json(heights),
            ["showlegend"] = false,
            ["marker"] = new JsonObject { ["color"] = Palette.Color(0) },
            ["hovertemplate"] = "%{x}: %{y:.3~g}<extra></extra>",
        }, DescribeBars(labels, heights));
        return figure;
    }

    private static string DescribeBars(string[] labels, double[] heights)
    {
        int[] drawn = [.. Enumerable.Range(0, heights.Length).Where(i => double.IsFinite(heights[i]))];
        if (drawn.Length == 0)
            return $"{Words.Count(labels.Length, "bar")}, none finite.";
        int low = drawn.MinBy(i => heights[i]), high = drawn.MaxBy(i => heights[i]);
        return Words.Join(
            $"{Words.Count(labels.Length, "bar")}: highest {Words.Number(heights[high])} for {labels[high]}, lowest {Words.Number(heights[low])} for {labels[low]}.",
            Values.GapNote(heights));
    }
}
