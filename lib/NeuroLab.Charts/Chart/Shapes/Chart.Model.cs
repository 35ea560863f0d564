using System.Globalization;
using System.Text.Json.Nodes;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const double BoxHeight = 0.62;

    /// <summary>
    /// A model drawn layer by layer, from the input at the top to the output at the bottom: the shape that goes from each to
    /// the next, and the number of parameters as the length of a bar.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The shape of a batch that goes in, such as <c>new Shape(("batch", 64), ("in", 784))</c>.</param>
    /// <param name="title">What to see; null for a sentence with the number of parameters.</param>
    /// <example>
    /// <code>
    /// Chart.Model(cnn, new Shape(("batch", 64), ("channels", 1), ("height", 8), ("width", 8)));
    /// </code>
    /// </example>
    /// <remarks>Where a layer can't take what the one before it gives, the drawing ends there, and says so.</remarks>
    public static Figure Model(Layer model, Shape input, string? title = null)
    {
        var trace = ShapeTrace.Of(model, input);
        int total = trace.Rows.Sum(row => row.Layer.ParameterCount);
        int most = Math.Max(1, trace.Rows.Select(row => row.Layer.ParameterCount).DefaultIfEmpty(0).Max());
        var largest = trace.Rows.MaxBy(row => row.Layer.ParameterCount);
        var figure = new Figure(title ?? (trace.Error is not null
            ? "Here a layer can't take what the one before it gives"
            : total == 0 ? "The model has no parameters"
            : $"{largest!.Layer.GetType().Name} {largest.Path} holds {Thousands(largest.Layer.ParameterCount)} of {Thousands(total)} parameters"));
        var notes = new JsonArray { DiagramText(0.02, 0, Arrow(input, "in"), "left", 12) };
        var bars = new JsonArray();
        for (int i = 0; i < trace.Rows.Count; i++)
        {
            var row = trace.Rows[i];
            double y = -i - 0.55;
            double share = (double)row.Layer.ParameterCount / most;
            bars.Add((JsonNode)Box(0, 1, y, "rgba(128,128,128,0.12)", Palette.Quiet));
            if (share > 0)
                bars.Add((JsonNode)Box(0, share, y, "rgba(27,124,196,0.28)", Palette.Color(0)));
            notes.Add((JsonNode)DiagramText(0.02, y, $"<b>{Words.Escape(Brief(row.Layer))}</b>", "left", 13));
            notes.Add((JsonNode)DiagramText(0.98, y, row.Layer.ParameterCount == 0 ? "" : Thousands(row.Layer.ParameterCount), "right", 13));
            notes.Add((JsonNode)DiagramText(0.02, y - 0.5, Arrow(row.Output, i == trace.Rows.Count - 1 && trace.Error is null ? "out" : ""), "left", 12));
        }
        if (trace.Error is not null)
            notes.Add((JsonNode)DiagramText(0.02, -trace.Rows.Count - 0.5, $"<b>{string.Join("<br>", Wrapped(trace.Error, 46).Select(Words.Escape))}</b>", "left", 12, "top"));
        double depth = trace.Rows.Count + (trace.Error is null ? 0.4 : 2.2);
        figure.Layout["annotations"] = notes;
        figure.Layout["shapes"] = bars;
        figure.WithRange((-0.01, 1.01), (-depth, 0.3));
        figure.Layout.Child("xaxis")["visible"] = false;
        figure.Layout.Child("yaxis")["visible"] = false;
        figure.Layout["margin"] = new JsonObject { ["l"] = 6, ["r"] = 6, ["t"] = 30, ["b"] = 6 };
        figure.Layout["height"] = 60 + (int)(62 * depth);
        figure.Layout["width"] = 560;
        figure.Add(HoverPoints(trace), "");
        figure.AltText = $"Input {input}. " + string.Join(" ", trace.Rows.Select(row =>
            $"{Brief(row.Layer)}: {row.Output}, {Thousands(row.Layer.ParameterCount)} parameters.")) + Words.Suffix(" ", trace.Error ?? "");
        return figure;
    }

    private static string Brief(Layer layer) => layer is Residual ? "Residual" : layer.ToString() ?? "";

    private static string Arrow(Shape shape, string name) => Words.Escape($"↓ {Words.Suffix("", name)}{(name.Length > 0 ? " " : "")}{shape}");

    private static string Thousands(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static JsonObject Box(double from, double to, double y, string fill, string line) => new()
    {
        ["type"] = "rect",
        ["xref"] = "x",
        ["yref"] = "y",
        ["x0"] = from,
        ["x1"] = to,
        ["y0"] = y - (BoxHeight / 2),
        ["y1"] = y + (BoxHeight / 2),
        ["fillcolor"] = fill,
        ["line"] = new JsonObject { ["color"] = line, ["width"] = 1 },
        ["layer"] = "below",
    };

    /// <summary>A piece of text inside a drawing, at coordinates of its axes.</summary>
    private static JsonObject DiagramText(double x, double y, string text, string anchor, int size, string vertical = "middle") => new()
    {
        ["text"] = text,
        ["x"] = x,
        ["y"] = y,
        ["xref"] = "x",
        ["yref"] = "y",
        ["xanchor"] = anchor,
        ["yanchor"] = vertical,
        ["align"] = anchor == "center" ? "center" : anchor,
        ["showarrow"] = false,
        ["font"] = new JsonObject { ["size"] = size },
    };

    private static IEnumerable<string> Wrapped(string text, int length)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= length)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }

    private static JsonObject HoverPoints(ShapeTrace trace) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["showlegend"] = false,
        ["x"] = Values.Json(trace.Rows.Select(_ => 0.5)),
        ["y"] = Values.Json(trace.Rows.Select((_, i) => -i - 0.55)),
        ["marker"] = new JsonObject { ["size"] = 24, ["opacity"] = 0 },
        ["text"] = Values.Json(trace.Rows.Select(row => Words.Escape(row.Layer.Parameters.Count == 0
            ? $"{row.Input} to {row.Output}: no parameters"
            : string.Join(", ", row.Layer.Parameters.Select(parameter => $"{parameter.Name} {parameter.Shape}"))))),
        ["hovertemplate"] = "%{text}<extra></extra>",
    };
}
