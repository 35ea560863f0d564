using System.Text.Json.Nodes;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// What a fully connected layer does to a batch, y = x Wᵀ + b, as three matrices with named axes. The slider goes through
    /// the outputs and frames the row of x and the row of W that make each; the pointer tells which weight joins which input
    /// to which output.
    /// </summary>
    /// <param name="layer">The layer; W has the shape (out, in).</param>
    /// <param name="x">A small batch, (batch, in).</param>
    /// <param name="title">What to see; null for the sum behind each output.</param>
    /// <exception cref="ArgumentException">The batch does not fit the layer, or has more numbers than can be shown.</exception>
    /// <example>
    /// <code>
    /// Chart.MatrixProduct(new Linear(3, 2, random), new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
    /// </code>
    /// </example>
    public static Figure MatrixProduct(Linear layer, Tensor x, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(x);
        var y = layer.Forward(x);
        if (Math.Max(x.Length, layer.Weight.Value.Length) > 150 || y.Length > Animation.MostFrames * 4)
            throw new ArgumentException($"Each number of the product is drawn, so the batch and the layer must be small, such as (batch 3, in 6) and (out 4, in 6); {x.Shape} and {layer.Weight.Shape} were given.", nameof(x));
        int outputs = layer.OutFeatures;
        var frames = Enumerable.Range(0, y.Length).Select(i =>
            ($"sample {i / outputs}, output {i % outputs}", ProductAt(layer, x, y, i / outputs, i % outputs)));
        return Animate(frames, title);
    }

    private static Figure ProductAt(Linear layer, Tensor x, Tensor y, int sample, int output)
    {
        var weight = layer.Weight.Value;
        double limit = new[] { x, weight, y }.Max(t => t.ToArray().Max(Math.Abs));
        var left = Product(x, "sample", "input", "x, the batch", limit);
        var middle = Product(weight, "output", "input", "W, the weight", limit);
        var right = Product(y, "sample", "output", layer.Bias is null ? "y = x Wᵀ" : "y = x Wᵀ + b", limit);
        middle.Data[0]!["hovertemplate"] = "joins input %{x} to output %{y}<br>weight %{z:.3~g}<extra></extra>";
        right.Data[0]!["hovertemplate"] = "%{text}<extra></extra>";
        right.Data[0]!["text"] = new JsonArray([.. Enumerable.Range(0, y.Shape[0]).Select(n =>
            (JsonNode)Values.Json(Enumerable.Range(0, y.Shape[1]).Select(o => SumText(layer, x, y, n, o, "<br>"))))]);
        FrameCells(left, sample, 0, sample, layer.InFeatures - 1);
        FrameCells(middle, output, 0, output, layer.InFeatures - 1);
        FrameCells(right, sample, output, sample, output);
        var figure = SideBySide(left, middle, right);
        figure.Title = $"y[{sample}, {output}] = {SumText(layer, x, y, sample, output, " ")}";
        figure.AltText = $"Three matrices: x {x.Shape}, W {weight.Shape} and y {y.Shape}. Framed: row {sample} of x, row {output} of W, and the number they make, {figure.Title}.";
        return figure;
    }

    private static Figure Product(Tensor values, string rows, string columns, string title, double limit)
    {
        var figure = Heatmap(values, rows, columns, signed: true, printValues: true, title: title);
        ColorScale.SetSigned((JsonObject)figure.Data[0]!, limit);
        ColorScale.Hide(figure.Data[0]!);
        SquareCells(figure, values.Shape[0], values.Shape[1]);
        figure.Layout["height"] = 360;
        return figure;
    }

    private static string SumText(Linear layer, Tensor x, Tensor y, int sample, int output, string separator)
    {
        var terms = Enumerable.Range(0, layer.InFeatures).Select(i => $"{Signless(x[sample, i])}·{Signless(layer.Weight.Value[output, i])}").ToList();
        if (terms.Count > 6)
            terms = [.. terms.Take(5), "...", terms[^1]];
        if (layer.Bias is not null)
            terms.Add(Signless(layer.Bias.Value[output]));
        return $"{string.Join(" + ", terms)}{separator}= {Words.Number(Math.Round(y[sample, output], 3))}";
    }

    private static string Signless(float value) => value < 0 ? $"({Words.Number(Math.Round(value, 2))})" : Words.Number(Math.Round(value, 2));

    /// <summary>Draws a frame around cells of a heatmap, from one row and column to another.</summary>
    private static void FrameCells(Figure figure, double top, double left, double bottom, double right, string color = Palette.Path)
    {
        if (figure.Layout["shapes"] is not JsonArray shapes)
            figure.Layout["shapes"] = shapes = [];
        shapes.Add((JsonNode)new JsonObject
        {
            ["type"] = "rect",
            ["xref"] = "x",
            ["yref"] = "y",
            ["x0"] = left - 0.5,
            ["x1"] = right + 0.5,
            ["y0"] = top - 0.5,
            ["y1"] = bottom + 0.5,
            ["line"] = new JsonObject { ["color"] = color, ["width"] = 3.5 },
        });
    }
}
