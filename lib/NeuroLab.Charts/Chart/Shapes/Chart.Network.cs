using System.Text.Json.Nodes;
using NeuroLab.Inspection;
using NeuroLab.Layers;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int StrengthLevels = 4;
    private const int MostUnits = 16;

    /// <summary>A fully connected network as units and edges: orange for positive weights, blue for negative, the wider the stronger.</summary>
    /// <param name="model">A model with Linear layers of 16 units at most.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The model has no Linear layer, or one that is too wide to draw.</exception>
    public static Figure Network(Layer model, string title = "Orange weights pass a signal on, blue ones turn it around")
    {
        Parameter[] weights = WeightsOf(model);
        return DrawNetwork(weights, weights.Max(weight => weight.Value.ToArray().Max(Math.Abs)), title);
    }

    /// <summary>How the weights of a fully connected network change while it learns, epoch by epoch.</summary>
    /// <param name="model">A model with Linear layers of 16 units at most.</param>
    /// <param name="recorder">What was recorded of its parameters.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">Nothing was recorded; the model has no Linear layer, or one that is too wide to draw.</exception>
    public static Figure Network(Layer model, WeightRecorder recorder, string title = "Some edges grow strong, others stay faint")
    {
        Parameter[] weights = WeightsOf(model);
        ArgumentNullException.ThrowIfNull(recorder);
        double strongest = weights.Where(recorder.Parameters.Contains).SelectMany(recorder.ValuesOf).Select(value => (double)value.ToArray().Max(Math.Abs)).DefaultIfEmpty(1).Max();
        return Animate(Replay.Each(recorder, Animation.MostFrames, _ => DrawNetwork(weights, strongest, title)), title);
    }

    private static Parameter[] WeightsOf(Layer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Parameter[] weights = [.. model.Parameters.Where(parameter => parameter.Owner is Linear && parameter.Shape.Rank == 2)];
        if (weights.Length == 0 || weights.Any(weight => Math.Max(weight.Shape[0], weight.Shape[1]) > MostUnits))
        {
            throw new ArgumentException(
                $"A network diagram draws each unit of the model's Linear layers, {MostUnits} a layer at most, but this model has " +
                (weights.Length == 0 ? "no Linear layer." : $"{string.Join(", ", weights.Select(weight => weight.ToString()))}."), nameof(model));
        }

        return weights;
    }

    private static Figure DrawNetwork(Parameter[] weights, double strongest, string title)
    {
        int[] sizes = [weights[0].Shape[1], .. weights.Select(weight => weight.Shape[0])];
        var figure = new Figure(title);
        var edges = weights.SelectMany((weight, layer) => Enumerable.Range(0, weight.Value.Length).Select(i =>
            (Layer: layer, From: i % weight.Shape[1], To: i / weight.Shape[1], Weight: (double)weight.Value.Values[i]))).ToArray();
        foreach (bool positive in new[] { false, true })
        {
            for (int level = 0; level < StrengthLevels; level++)
            {
                var these = edges.Where(edge => edge.Weight > 0 == positive && Level(edge.Weight / strongest) == level);
                figure.Add(EdgeTrace(these.Select(edge => (edge.Layer, UnitY(edge.From, sizes[edge.Layer]), UnitY(edge.To, sizes[edge.Layer + 1]))), positive, level), "");
            }
        }
        figure.Add(UnitTrace(weights, sizes), "");
        figure.WithRange((-0.25, sizes.Length - 0.75), (-1.22, 1.1));
        foreach (string axis in new[] { "xaxis", "yaxis" })
            figure.Layout.Child(axis)["visible"] = false;
        figure.Layout["annotations"] = new JsonArray([.. sizes.Select((size, layer) => (JsonNode)DiagramText(layer, -1.13,
            layer == 0 ? $"{size} inputs" : layer == sizes.Length - 1 ? Words.Count(size, "output") : $"{size} hidden", "center", 13))]);
        figure.Layout["legend"] = FigureDefaults.Legend();
        figure.Layout["width"] = 760;
        figure.Layout["height"] = 440;
        figure.Layout["margin"] = new JsonObject { ["l"] = 8, ["r"] = 8, ["t"] = 30, ["b"] = 8 };
        var (_, from, to, largest) = edges.MaxBy(edge => Math.Abs(edge.Weight));
        int layerOfLargest = edges.MaxBy(edge => Math.Abs(edge.Weight)).Layer;
        figure.AltText = $"A network of {string.Join(", ", sizes)} units with {edges.Length} weights, {edges.Count(edge => edge.Weight > 0)} of them positive. " +
            $"The strongest, {Words.Number(largest)}, joins unit {from} of layer {layerOfLargest} to unit {to} of layer {layerOfLargest + 1}.";
        return figure;
    }

    private static int Level(double strength) => Math.Min(StrengthLevels - 1, (int)(Math.Sqrt(Math.Abs(strength)) * StrengthLevels));

    private static double UnitY(int unit, int count) => count == 1 ? 0 : 0.95 - (1.9 * unit / (count - 1));

    private static JsonObject EdgeTrace(IEnumerable<(int Layer, double From, double To)> edges, bool positive, int level)
    {
        // A trace without points would lose its place in the legend: this one lies outside the picture.
        var x = new JsonArray(-9, null);
        var y = new JsonArray(0, null);
        foreach (var (layer, from, to) in edges)
        {
            foreach (double? value in new double?[] { layer, layer + 1, null })
                x.Add((JsonNode?)(value is double v ? v : null));
            foreach (double? value in new double?[] { from, to, null })
                y.Add((JsonNode?)(value is double v ? v : null));
        }
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = positive ? "positive weight" : "negative weight",
            ["showlegend"] = level == 2,
            ["hoverinfo"] = "skip",
            ["x"] = x,
            ["y"] = y,
            ["opacity"] = 0.45 + (0.15 * level),
            ["line"] = new JsonObject { ["color"] = Palette.Color(positive ? 1 : 0), ["width"] = 0.9 + (1.7 * level) },
        };
    }

    private static JsonObject UnitTrace(Parameter[] weights, int[] sizes)
    {
        var units = sizes.SelectMany((size, layer) => Enumerable.Range(0, size).Select(unit => (Layer: layer, Unit: unit, Size: size))).ToArray();
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["showlegend"] = false,
            ["x"] = Values.Json(units.Select(unit => (double)unit.Layer)),
            ["y"] = Values.Json(units.Select(unit => UnitY(unit.Unit, unit.Size))),
            ["marker"] = new JsonObject { ["size"] = sizes.Max() > 10 ? 15 : 20, ["color"] = "#7f7f7f", ["line"] = new JsonObject { ["color"] = "#ffffff", ["width"] = 1.5 } },
            ["text"] = Values.Json(units.Select(unit => unit.Layer == 0
                ? $"input {unit.Unit}"
                : $"unit {unit.Unit}: weights " + string.Join(", ", Enumerable.Range(0, Math.Min(6, weights[unit.Layer - 1].Shape[1]))
                    .Select(i => Words.Number(Math.Round(weights[unit.Layer - 1].Value[unit.Unit, i], 2)))))),
            ["hovertemplate"] = "%{text}<extra></extra>",
        };
    }
}
