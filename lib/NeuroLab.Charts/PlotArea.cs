using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>What is drawn between two axes, in parts of their lengths: (0, 0) is the lower left corner, (1, 1) the upper right one.</summary>
internal sealed class PlotArea
{
    // Lines are looked at in steps of this length.
    private const double Step = 0.01;
    private const double Margin = 0.05;

    private readonly Func<double, double> toX, toY;
    private readonly (double X, double Y)[] ink;

    /// <summary>The area that a shape refers to by <c>xref</c> and <c>yref</c>.</summary>
    public PlotArea(JsonObject layout, IEnumerable<JsonObject> traces, string xref, string yref)
    {
        string x = Name(xref), y = Name(yref);
        JsonObject[] here = [.. traces.Where(trace => trace["type"]?.GetValue<string>() is "scatter" or "bar" && Name(trace["xaxis"] ?? "x") == x && Name(trace["yaxis"] ?? "y") == y)];
        JsonObject[] lines = [.. (layout["shapes"] as JsonArray ?? []).OfType<JsonObject>()];
        toX = Scale(layout, x, here.SelectMany(trace => Places(trace["x"])).Concat(Ends(lines, "x", x)));
        toY = Scale(layout, y, here.SelectMany(trace => trace["type"]!.GetValue<string>() == "bar" ? Places(trace["y"]).Append(0) : Places(trace["y"])).Concat(Ends(lines, "y", y)));
        ink = [.. here.SelectMany(Ink).Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))];
    }

    public double X(JsonNode? x) => toX(x.Number()!.Value);

    public double Y(JsonNode? y) => toY(y.Number()!.Value);

    /// <summary>How much of what is drawn a box covers: points, and steps of lines.</summary>
    public int Covered(LineLabels.Box box) => ink.Count(point => box.Holds(point));

    private IEnumerable<(double X, double Y)> Ink(JsonObject trace)
    {
        (double X, double Y)[] points = [.. Places(trace["x"]).Zip(Places(trace["y"]), (x, y) => (toX(x), toY(y)))];
        if (trace["type"]!.GetValue<string>() == "bar")
            return points.SelectMany(top => Between((top.X, toY(0)), top));
        return trace["mode"]?.GetValue<string>().Contains("lines", StringComparison.Ordinal) == true
            ? points.Zip(points.Skip(1)).SelectMany(pair => Between(pair.First, pair.Second))
            : points;
    }

    private static IEnumerable<(double X, double Y)> Between((double X, double Y) from, (double X, double Y) to)
    {
        double length = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        int steps = double.IsFinite(length) ? (int)Math.Clamp(Math.Ceiling(length / Step), 1, 1000) : 0;
        return Enumerable.Range(0, steps).Select(i => (from.X + ((to.X - from.X) * i / steps), from.Y + ((to.Y - from.Y) * i / steps)));
    }

    /// <summary>Names of bars stand at 0, 1, 2, ...; what is no number is a gap.</summary>
    private static IEnumerable<double> Places(JsonNode? values) => (values as JsonArray ?? []).Select((value, i) =>
        value.Number() ?? (value?.GetValueKind() == System.Text.Json.JsonValueKind.String ? i : double.NaN));

    private static IEnumerable<double> Ends(JsonObject[] lines, string letter, string axis) =>
        lines.Where(line => line[letter + "ref"]?.GetValue<string>() == axis).SelectMany(line => new[] { line[letter + "0"].Number(), line[letter + "1"].Number() }).OfType<double>();

    private static string Name(JsonNode? reference) => $"{reference}".Split(' ')[0];

    private static Func<double, double> Scale(JsonObject layout, string axis, IEnumerable<double> values)
    {
        var settings = layout[$"{axis[0]}axis{axis[1..]}"];
        bool log = settings?["type"]?.GetValue<string>() == "log";
        double[] ends = settings?["range"] is JsonArray range ? [.. range.Numbers()] : [.. values.Select(Along).Where(double.IsFinite)];
        bool fixedRange = settings?["range"] is JsonArray && ends.Length == 2;
        double low = fixedRange ? ends[0] : ends.DefaultIfEmpty(0).Min(), high = fixedRange ? ends[1] : ends.DefaultIfEmpty(1).Max();
        if (!fixedRange && axis[0] == 'y')
            (low, high) = (low - ((high - low) * Margin), high + ((high - low) * Margin));
        return value => low == high ? 0.5 : (Along(value) - low) / (high - low);

        double Along(double value) => log ? Math.Log10(value) : value;
    }
}
