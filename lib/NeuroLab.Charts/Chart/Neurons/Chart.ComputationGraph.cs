using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int MostNodes = 15;

    /// <summary>
    /// A computation as a graph, the given numbers at the top and the result at the bottom. The slider reveals one number after
    /// the other: first each value on the way down, then each gradient on the way back up, if the result has one.
    /// </summary>
    /// <param name="result">The last number; the graph is all that it was made from.</param>
    /// <param name="title">What to see; null for the step that is shown.</param>
    /// <exception cref="ArgumentException">There are more than 15 numbers in the graph.</exception>
    /// <example>
    /// <code>
    /// var w = new GraphNode("w", "", 2, 6);
    /// var x = new GraphNode("x", "", 3, 4);
    /// Chart.ComputationGraph(new GraphNode("loss", "(w · x)² / 3", 12, 1, w, x));
    /// </code>
    /// </example>
    public static Figure ComputationGraph(GraphNode result, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var order = new List<GraphNode>();
        Visit(result, order);
        if (order.Count > MostNodes)
            throw new ArgumentException($"A graph of {order.Count} numbers can't be read; draw one of {MostNodes} at most, such as that of a single neuron.", nameof(result));
        var places = PlacesOf(order, result);
        int made = order.Count(node => node.Inputs.Count > 0), given = order.Count - made;
        GraphNode[] forward = [.. order.Where(node => node.Inputs.Count == 0), .. order.Where(node => node.Inputs.Count > 0)];
        var frames = new List<(string, Figure)> { ("given numbers", GraphAt(forward, places, given, 0, title ?? "The numbers that are given")) };
        for (int i = given; i < forward.Length; i++)
        {
            var node = forward[i];
            frames.Add(($"forward: {node.Name}", GraphAt(forward, places, i + 1, 0,
                title ?? $"Forward: {node.Name} = {Formula(node)} = {Words.Number(Math.Round(node.Value, 3))}")));
        }
        for (int i = forward.Length - 1; i >= 0 && result.Gradient is not null; i--)
        {
            var node = forward[i];
            frames.Add(($"backward: {node.Name}", GraphAt(forward, places, forward.Length, forward.Length - i,
                title ?? $"Backward: d {result.Name} / d {node.Name} = {GradientText(node)}")));
        }
        return Animate(frames);
    }

    private static string Formula(GraphNode node) => node.Operation.Length <= 2 && node.Inputs.Count > 1
        ? string.Join($" {node.Operation} ", node.Inputs.Select(input => input.Name))
        : node.Operation;

    private static string GradientText(GraphNode node) => node.Gradient is { } gradient ? Words.Number(Math.Round(gradient, 3)) : "?";

    private static void Visit(GraphNode node, List<GraphNode> order)
    {
        if (order.Any(seen => ReferenceEquals(seen, node)))
            return;
        foreach (var input in node.Inputs)
            Visit(input, order);
        order.Add(node);
    }

    /// <summary>A made number stands below all that it is made from; a given one just above the first that uses it.</summary>
    private static Dictionary<GraphNode, (double X, double Y)> PlacesOf(List<GraphNode> order, GraphNode result)
    {
        var depth = new Dictionary<GraphNode, int>(ReferenceEqualityComparer.Instance);
        foreach (var node in order)
            depth[node] = node.Inputs.Count == 0 ? 0 : 1 + node.Inputs.Max(input => depth[input]);
        foreach (var node in order.Where(node => node.Inputs.Count == 0 && !ReferenceEquals(node, result)))
            depth[node] = order.Where(user => user.Inputs.Any(input => ReferenceEquals(input, node))).Min(user => depth[user]) - 1;
        var places = new Dictionary<GraphNode, (double X, double Y)>(ReferenceEqualityComparer.Instance);
        foreach (var row in order.GroupBy(node => depth[node]).OrderBy(row => row.Key))
        {
            // In the order of what stands above, so that few edges cross.
            GraphNode[] nodes = [.. row.OrderBy(node => node.Inputs.Count > 0
                ? node.Inputs.Average(input => places[input].X)
                : order.FindIndex(user => user.Inputs.Any(input => ReferenceEquals(input, node))) / (double)order.Count)];
            for (int i = 0; i < nodes.Length; i++)
                places[nodes[i]] = ((i + 0.5) / nodes.Length, -row.Key);
        }
        return places;
    }

    private static Figure GraphAt(GraphNode[] order, Dictionary<GraphNode, (double X, double Y)> places, int values, int gradients, string title)
    {
        var figure = new Figure(title);
        double depth = -places.Values.Min(place => place.Y);
        var x = new JsonArray();
        var y = new JsonArray();
        foreach (var (from, to) in order.SelectMany(node => node.Inputs.Select(input => (places[input], places[node]))))
        {
            foreach (double? value in new double?[] { from.X, to.X, null })
                x.Add((JsonNode?)(value is double v ? v : null));
            foreach (double? value in new double?[] { from.Y, to.Y, null })
                y.Add((JsonNode?)(value is double v ? v : null));
        }
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["showlegend"] = false,
            ["hoverinfo"] = "skip",
            ["x"] = x,
            ["y"] = y,
            ["line"] = new JsonObject { ["color"] = Palette.Quiet, ["width"] = 1.5 },
        }, "");
        bool ValueShown(int i) => i < values;
        bool GradientShown(int i) => i >= order.Length - gradients;
        bool given = values <= order.Count(node => node.Inputs.Count == 0);
        int active = gradients > 0 ? order.Length - gradients : given ? -1 : values - 1;
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["showlegend"] = false,
            ["x"] = Values.Json(order.Select(node => places[node].X)),
            ["y"] = Values.Json(order.Select(node => places[node].Y)),
            ["marker"] = new JsonObject { ["size"] = 40, ["opacity"] = 0 },
            ["text"] = Values.Json(order.Select((node, i) => Words.Escape(ValueShown(i) && node.Inputs.Count > 0 ? $"{node.Name} = {Formula(node)}" : node.Name))),
            ["hovertemplate"] = "%{text}<extra></extra>",
        }, "");
        figure.Layout["annotations"] = new JsonArray([.. order.Select((node, i) => (JsonNode)NodeBox(node, places[node], ValueShown(i), GradientShown(i), i == active))]);
        figure.WithRange((0, 1), (-depth - 0.45, 0.45));
        figure.Layout.Child("xaxis")["visible"] = false;
        figure.Layout.Child("yaxis")["visible"] = false;
        figure.Layout["margin"] = new JsonObject { ["l"] = 4, ["r"] = 4, ["t"] = 30, ["b"] = 4 };
        figure.Layout["height"] = 50 + (int)(92 * (depth + 1));
        figure.Layout["width"] = 640;
        figure.AltText = string.Join(" ", order.Where((_, i) => ValueShown(i)).Select((node, i) =>
            $"{node.Name} = {Words.Number(Math.Round(node.Value, 3))}{(GradientShown(i) ? $", gradient {GradientText(node)}" : "")}."));
        return figure;
    }

    private static JsonObject NodeBox(GraphNode node, (double X, double Y) place, bool value, bool gradient, bool active)
    {
        string made = node.Inputs.Count > 0 ? $"<br>{Words.Escape(Formula(node))}" : "";
        string text = $"<b>{Words.Escape(node.Name)}</b>{(value ? $" = {Words.Number(Math.Round(node.Value, 3))}" : "")}{made}" +
            (gradient ? $"<br>∂ {GradientText(node)}" : "");
        var box = DiagramText(place.X, place.Y, text, "center", 12);
        // The page gives boxes by this name its own ground.
        box["name"] = "box";
        box["bordercolor"] = gradient ? Palette.Color(1) : value ? Palette.Color(0) : Palette.Quiet;
        box["borderwidth"] = active ? 4 : 2;
        box["borderpad"] = 4;
        return box;
    }
}
