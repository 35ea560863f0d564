using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

/// <summary>Gives figures that will be compared the same axes and the same colour scales.</summary>
internal static class CommonScales
{
    private const double Margin = 0.05;

    public static void Apply(IReadOnlyList<Figure> figures)
    {
        string[] axes = [.. figures[0].Layout.Select(member => member.Key)
            .Where(name => name.StartsWith("xaxis", StringComparison.Ordinal) || name.StartsWith("yaxis", StringComparison.Ordinal))];
        foreach (string axis in axes)
            FixAxis(figures, axis);
        for (int trace = 0; trace < figures[0].Data.Count; trace++)
            FixColors([.. figures.Select(figure => (JsonObject)figure.Data[trace]!)]);
    }

    private static void FixAxis(IReadOnlyList<Figure> figures, string name)
    {
        JsonObject[] axes = [.. figures.Select(figure => figure.Layout.Child(name))];
        if (Array.TrueForAll(axes, axis => axis["range"] is JsonArray))
        {
            SetRange(axes, axes.Min(axis => axis["range"]![0].Number()), axes.Max(axis => axis["range"]![1].Number()));
            return;
        }
        bool log = axes[0]["type"]?.GetValue<string>() == "log";
        var extents = figures.SelectMany(figure => figure.Data).Select(trace => (JsonObject)trace!)
            .Where(trace => trace["type"]?.GetValue<string>() is "scatter" or "bar" && AxisOf(trace, name[0]) == name)
            .SelectMany(trace => Extent(trace, name[0]))
            .Where(value => double.IsFinite(value) && (!log || value > 0))
            .Select(value => log ? Math.Log10(value) : value).ToArray();
        if (extents.Length == 0)
            return;
        double low = extents.Min(), high = extents.Max();
        double margin = low < high ? (high - low) * Margin : 1;
        bool restsOnZero = low == 0 && !log && figures[0].Data.Any(trace => trace!["type"]?.GetValue<string>() == "bar");
        SetRange(axes, restsOnZero ? 0 : low - margin, high + margin);
    }

    private static string AxisOf(JsonObject trace, char letter) =>
        $"{letter}axis{trace[letter + "axis"]?.GetValue<string>()[1..]}";

    private static IEnumerable<double> Extent(JsonObject trace, char letter)
    {
        var numbers = trace[letter.ToString()].Numbers();
        if (trace["type"]!.GetValue<string>() != "bar")
            return numbers;
        double half = (trace["width"].Number() ?? 0.8) / 2;
        return letter == 'y' ? numbers.Append(0) : numbers.SelectMany(number => new[] { number - half, number + half });
    }

    private static void SetRange(JsonObject[] axes, double? from, double? to)
    {
        foreach (var axis in axes)
        {
            axis["range"] = new JsonArray(from, to);
            axis.Remove("autorange");
            axis.Remove("rangemode");
        }
    }

    private static void FixColors(JsonObject[] traces)
    {
        if (!Array.TrueForAll(traces, trace => trace["zmin"] is not null))
            return;
        double low = traces.Min(trace => trace["zmin"].Number()!.Value), high = traces.Max(trace => trace["zmax"].Number()!.Value);
        bool signed = Array.Exists(traces, ColorScale.IsSigned);
        bool aroundZero = signed && low < 0;
        var bar = Array.Find(traces, ColorScale.IsSigned)?["colorbar"];
        bool shown = Array.Exists(traces, trace => trace["showscale"]?.GetValue<bool>() != false);
        double limit = Math.Max(Math.Abs(low), Math.Abs(high));
        foreach (var trace in traces)
        {
            if (aroundZero)
            {
                ColorScale.SetSigned(trace, limit);
                trace["colorbar"] = bar?.DeepClone();
                trace["showscale"] = true;
                if (!shown)
                    ColorScale.Hide(trace);
            }
            else
            {
                trace["zmin"] = low;
                trace["zmax"] = high;
            }
        }
    }
}
