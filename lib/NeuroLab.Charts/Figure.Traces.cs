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
            ["dash"] = Palette.Dash(lines),
        };
        Add(trace, Describe.Line(xs, ys, name));
        return this;
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
        AltText = Words.Join(AltText, description);
    }
}
