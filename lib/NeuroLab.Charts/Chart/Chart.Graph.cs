using System.Text.Json.Nodes;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const double GapToNumbers = 0.34;

    /// <summary>
    /// A computation as circles joined by lines, with a number above and a gradient below each circle. Graphs of the same
    /// nodes can be animated, so that the numbers appear one after the other.
    /// </summary>
    /// <param name="nodes">The quantities. Neighbours stand 1 apart.</param>
    /// <param name="edges">Pairs of names: which quantity goes into which.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">There are no nodes, two have the same name, or an edge names one that is not there.</exception>
    /// <example>
    /// <code>
    /// Chart.Graph([new("w", 0, 1, "0.5"), new("x", 0, 0, "2"), new("w x", 1, 0.5, "1")], [("w", "w x"), ("x", "w x")]);
    /// </code>
    /// </example>
    public static Figure Graph(IEnumerable<GraphPlace> nodes, IEnumerable<(string From, string To)> edges, string title = "")
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        GraphPlace[] all = [.. nodes];
        if (all.Length == 0)
            throw new ArgumentException("There is nothing to draw: give at least one node.", nameof(nodes));
        if (all.GroupBy(node => node.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Edges refer to nodes by name, but two nodes are called \"{twice.Key}\". Give each its own name.", nameof(nodes));
        (GraphPlace From, GraphPlace To)[] lines = [.. edges.Select(edge => (Find(all, edge.From), Find(all, edge.To)))];

        var figure = new Figure(title).WithRange((all.Min(n => n.X) - 0.5, all.Max(n => n.X) + 0.5), (all.Min(n => n.Y) - 0.6, all.Max(n => n.Y) + 0.6));
        foreach (string axis in new[] { "xaxis", "yaxis" })
            figure.Layout.Child(axis)["visible"] = false;
        figure.Layout["height"] = Math.Clamp((int)(160 + (110 * (all.Max(n => n.Y) - all.Min(n => n.Y)))), 240, 520);
        figure.Layout["hovermode"] = false;
        figure.Layout.Child("margin")["b"] = 10;
        figure.Add(EdgeTrace(lines), $"Graph of {Words.Count(all.Length, "node")}: {string.Join(", ", lines.Select(line => $"{line.From.Name} goes into {line.To.Name}"))}.");
        figure.Add(NodeTrace(all), string.Join(" ", all.Select(DescribeNode)));
        figure.Add(TextTrace(all, GapToNumbers, node => node.Value, color: null), "");
        figure.Add(TextTrace(all, -GapToNumbers, node => node.Gradient, Palette.Color(1)), "");
        return figure;
    }

    private static GraphPlace Find(GraphPlace[] nodes, string name) => Array.Find(nodes, node => node.Name == name)
        ?? throw new ArgumentException($"An edge names \"{name}\", but the nodes are {string.Join(", ", nodes.Select(node => $"\"{node.Name}\""))}.", nameof(nodes));

    /// <summary>All edges are one line with gaps, so that graphs of any size have the same traces.</summary>
    private static JsonObject EdgeTrace((GraphPlace From, GraphPlace To)[] lines) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["showlegend"] = false,
        ["x"] = Values.Json(lines.SelectMany(line => new[] { line.From.X, line.To.X, double.NaN })),
        ["y"] = Values.Json(lines.SelectMany(line => new[] { line.From.Y, line.To.Y, double.NaN })),
        ["line"] = new JsonObject { ["color"] = Palette.Quiet, ["width"] = 2 },
    };

    private static JsonObject NodeTrace(GraphPlace[] nodes)
    {
        JsonObject trace = TextTrace(nodes, 0, node => node.Name, "#ffffff");
        trace["mode"] = "markers+text";
        trace["marker"] = new JsonObject { ["size"] = 42, ["color"] = Palette.Color(0), ["opacity"] = 1 };
        return trace;
    }

    private static JsonObject TextTrace(GraphPlace[] nodes, double shift, Func<GraphPlace, string> text, string? color)
    {
        var font = new JsonObject { ["size"] = 14 };
        if (color is not null)
            font["color"] = color;
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["showlegend"] = false,
            ["x"] = Values.Json(nodes.Select(node => node.X)),
            ["y"] = Values.Json(nodes.Select(node => node.Y + shift)),
            ["text"] = Values.Json(nodes.Select(node => Words.Escape(text(node)))),
            ["textposition"] = "middle center",
            ["textfont"] = font,
        };
    }

    private static string DescribeNode(GraphPlace node) =>
        $"{node.Name}{Words.Suffix(": ", node.Value)}{Words.Suffix(", below it ", node.Gradient)}.";
}
