using System.Numerics;
using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public sealed partial class Figure
{
    /// <summary>Adds a line. Each further line gets its own colour and dash.</summary>
    /// <param name="x">The x of each point.</param>
    /// <param name="y">The y of each point; NaN leaves a gap.</param>
    /// <param name="name">What the line shows; it stands in the legend.</param>
    /// <exception cref="ArgumentException">x and y differ in length, or are empty.</exception>
    public Figure AddLine<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string name = "")
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        var (xs, ys) = Values.Pair(x, y, Words.Name("Line", name));
        (xs, ys) = Thinning.Line(xs, ys);
        var trace = Trace(xs, ys, name, "lines");
        int lines = Data.Count(t => t?["mode"]?.GetValue<string>() == "lines");
        trace["line"] = new JsonObject
        {
            ["color"] = Palette.Color(NextColor()),
            ["width"] = 2.5,
            ["dash"] = IsZigzag(ys) ? Palette.Dash(0) : Palette.Dash(lines),
        };
        Add(trace, Describe.Line(xs, ys, name));
        return this;
    }

    /// <summary>
    /// Up and down at each point for a third of its length: dashes would tear such a line to pieces, and nothing else has its shape.
    /// One of more than 200 points is a band, dashed or not.
    /// </summary>
    private static bool IsZigzag(double[] y)
    {
        int turns = 0, most = 0;
        for (int i = 2; i < y.Length; i++)
        {
            turns = (y[i] - y[i - 1]) * (y[i - 1] - y[i - 2]) < 0 ? turns + 1 : 0;
            most = Math.Max(most, turns);
        }
        return most >= 10 && most * 3 >= y.Length && y.Length <= 200;
    }

    /// <summary>Adds points.</summary>
    /// <param name="x">The x of each point.</param>
    /// <param name="y">The y of each point.</param>
    /// <param name="name">What the points are; it stands in the legend.</param>
    /// <exception cref="ArgumentException">x and y differ in length, or are empty.</exception>
    public Figure AddScatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string name = "")
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        var (xs, ys) = Values.Pair(x, y, Words.Name("Points", name));
        (xs, ys) = Thinning.Points(xs, ys);
        int color = NextColor();
        var trace = Trace(xs, ys, name, "markers");
        trace["marker"] = new JsonObject
        {
            ["color"] = Palette.Color(color),
            ["symbol"] = Palette.Symbol(color),
            ["size"] = xs.Length > 300 ? 5 : 8,
            ["opacity"] = 0.85,
        };
        Add(trace, Describe.Points(xs, ys, name));
        return this;
    }

    /// <summary>Adds the path that a search takes over a surface, with marks where it starts and where it ends.</summary>
    /// <param name="x">The x of each step, such as the weight.</param>
    /// <param name="y">The y of each step, such as the bias.</param>
    /// <param name="name">What the path is; it stands in the legend.</param>
    /// <exception cref="ArgumentException">x and y differ in length, or are empty.</exception>
    public Figure AddPath<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string name = "path")
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        var (xs, ys) = Values.Pair(x, y, Words.Name("Path", name));
        int[] keep = Thinning.Evenly(xs.Length, 300);
        var path = Trace([.. keep.Select(i => xs[i])], [.. keep.Select(i => ys[i])], name, "lines+markers");
        path["line"] = new JsonObject { ["color"] = Palette.Path, ["width"] = 2.5 };
        path["marker"] = new JsonObject { ["color"] = Palette.Path, ["size"] = 5 };
        Add(path, $"{Words.Name("Path", name)}: {Words.Count(xs.Length - 1, "step")} from " +
            $"({Words.Number(xs[0])}, {Words.Number(ys[0])}) to ({Words.Number(xs[^1])}, {Words.Number(ys[^1])}).");
        AddMark(xs[0], ys[0], "start", "circle");
        AddMark(xs[^1], ys[^1], "end", "star");
        return this;
    }

    /// <summary>Adds a single marked point, such as the lowest loss.</summary>
    internal void AddMark(double x, double y, string name, string symbol)
    {
        var mark = Trace([x], [y], name, "markers");
        mark["meta"] = new JsonObject { ["helper"] = true };
        mark["marker"] = new JsonObject
        {
            ["symbol"] = symbol,
            ["size"] = 13,
            ["color"] = Palette.Mark,
            ["line"] = new JsonObject { ["color"] = "#1f2328", ["width"] = 1.5 },
        };
        Add(mark, "");
    }

    private static JsonObject Trace(double[] x, double[] y, string name, string mode) => new()
    {
        ["type"] = "scatter",
        ["mode"] = mode,
        ["name"] = Words.Escape(name),
        ["showlegend"] = name.Length > 0,
        ["x"] = Values.Json(x),
        ["y"] = Values.Json(y),
    };

    /// <summary>Colours follow the order of lines and points; helpers such as markers of a minimum don't count.</summary>
    private int NextColor() => Data.Count(trace => trace?["meta"]?["helper"] is null);

    internal void Add(JsonObject trace, string description)
    {
        Data.Add((JsonNode)trace);
        // Only a figure that shows a legend may say where it stands: Plotly's validation fails on others.
        if (trace["showlegend"]?.GetValue<bool>() == true)
            Layout["legend"] ??= FigureDefaults.Legend();
        AltText = Words.Join(AltText, description);
    }
}
