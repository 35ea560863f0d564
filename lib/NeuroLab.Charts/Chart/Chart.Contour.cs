using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int SurfaceSteps = 50;
    private const int MostPowers = 4;

    /// <summary>
    /// A function of two numbers as lines of equal height, such as the loss over weight and bias. Chain
    /// <see cref="Figure.AddPath"/> to draw the way that gradient descent takes.
    /// </summary>
    /// <param name="function">The height at (x, y).</param>
    /// <param name="x">The smallest and the largest x.</param>
    /// <param name="y">The smallest and the largest y.</param>
    /// <param name="log">Whether the heights are spaced by powers of ten; it shows the bottom of a steep valley. They must be above 0.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">A range does not go up, or log is asked for and a height is not above 0.</exception>
    /// <example>
    /// <code>
    /// Chart.Contour((w, b) => (w - 2) * (w - 2) + (b - 1) * (b - 1), (-1, 5), (-2, 4))
    ///     .AddPath([0, 1, 1.5, 1.75], [0, 0.5, 0.75, 0.875])
    ///     .WithAxisTitles("weight", "bias");
    /// </code>
    /// </example>
    public static Figure Contour(
        Func<double, double, double> function, (double From, double To) x, (double From, double To) y, bool log = false, string title = "")
    {
        ArgumentNullException.ThrowIfNull(function);
        double[] xs = Steps(x, nameof(x)), ys = Steps(y, nameof(y));
        double[,] heights = Sample(function, xs, ys);
        double[] finite = Values.Finite(heights.Cast<double>());
        if (log && finite.Any(height => height <= 0))
        {
            throw new ArgumentException(
                $"A logarithmic scale has no place for {Words.Number(finite.Min())}: all heights must be above 0. Leave log out.", nameof(log));
        }

        var trace = new JsonObject
        {
            ["type"] = "contour",
            ["x"] = Values.Json(xs),
            ["y"] = Values.Json(ys),
            ["z"] = Values.Json(log ? Logarithms(heights) : heights),
            ["ncontours"] = 16,
            ["line"] = new JsonObject { ["width"] = 0.6, ["color"] = "rgba(40,60,80,0.45)" },
            ["hovertemplate"] = "(%{x:.3~g}, %{y:.3~g}): " + (log ? "%{text}" : "%{z:.3~g}") + "<extra></extra>",
        };
        ColorScale.Apply(trace, log ? finite.Select(Math.Log10) : finite, signed: log ? false : null);
        if (log)
            SetLogScale(trace, heights, finite);
        var figure = new Figure(title).WithAxisTitles("x", "y").WithRange(x, y);
        figure.KeepAspect(1.3);
        figure.Layout["width"] = 680;
        figure.Layout["height"] = 460;
        figure.Add(trace, DescribeSurface(heights, xs, ys));
        return figure;
    }

    private static double[] Steps((double From, double To) range, string name, int count = SurfaceSteps)
    {
        if (!(range.From < range.To) || !double.IsFinite(range.To - range.From))
            throw new ArgumentException($"The range of {name} goes up; {Words.Number(range.From)} to {Words.Number(range.To)} was given.", name);
        return [.. Enumerable.Range(0, count + 1).Select(i => range.From + ((range.To - range.From) * i / count))];
    }

    private static double[,] Sample(Func<double, double, double> function, double[] xs, double[] ys)
    {
        double[,] heights = new double[ys.Length, xs.Length];
        for (int row = 0; row < ys.Length; row++)
        {
            for (int column = 0; column < xs.Length; column++)
                heights[row, column] = function(xs[column], ys[row]);
        }

        return heights;
    }

    private static double[,] Logarithms(double[,] heights)
    {
        double[,] logarithms = new double[heights.GetLength(0), heights.GetLength(1)];
        for (int row = 0; row < heights.GetLength(0); row++)
        {
            for (int column = 0; column < heights.GetLength(1); column++)
                logarithms[row, column] = Math.Log10(heights[row, column]);
        }

        return logarithms;
    }

    /// <summary>Plotly knows no logarithmic colour scale: the heights are logarithms, and hover and scale say what they stand for.</summary>
    private static void SetLogScale(JsonObject trace, double[,] heights, double[] finite)
    {
        trace["text"] = new JsonArray([.. Enumerable.Range(0, heights.GetLength(0)).Select(row =>
            (JsonNode)Values.Json(Enumerable.Range(0, heights.GetLength(1)).Select(column => Words.Number(heights[row, column]))))]);
        int[] powers = [.. Enumerable.Range(-12, 25).Where(p => Math.Pow(10, p) >= finite.Min() && Math.Pow(10, p) <= finite.Max())];
        if (powers.Length < 2)
            return;
        // More numbers than these stand too close where the page is narrow.
        int every = (powers.Length + MostPowers - 1) / MostPowers;
        powers = [.. powers.Where((_, i) => (powers.Length - 1 - i) % every == 0)];
        var bar = trace.Child("colorbar");
        bar["tickvals"] = Values.Json(powers.Select(p => (double)p));
        bar["ticktext"] = Values.Json(powers.Select(p => Math.Pow(10, p).ToString("G6", CultureInfo.InvariantCulture)));
    }

    private static string DescribeSurface(double[,] heights, double[] xs, double[] ys)
    {
        int width = xs.Length;
        int[] finite = [.. Enumerable.Range(0, heights.Length).Where(i => double.IsFinite(heights[i / width, i % width]))];
        string area = $"Surface over x from {Words.Number(xs[0])} to {Words.Number(xs[^1])} and y from {Words.Number(ys[0])} to {Words.Number(ys[^1])}";
        if (finite.Length == 0)
            return $"{area}: no finite heights.";
        int low = finite.MinBy(i => heights[i / width, i % width]), high = finite.MaxBy(i => heights[i / width, i % width]);
        return $"{area}: lowest near ({Words.Number(xs[low % width])}, {Words.Number(ys[low / width])}) at " +
            $"{Words.Number(heights[low / width, low % width])}, highest {Words.Number(heights[high / width, high % width])}.";
    }
}
