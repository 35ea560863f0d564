using System.Text.Json.Nodes;
using NeuroLab.Inspection;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const double SmallestSize = 1e-12;

    /// <summary>
    /// How large the activations and the gradients of each layer are, for several starts of the same model behind a menu, on
    /// the same axes: the line is the typical size, the band holds the middle 80 % of the numbers.
    /// </summary>
    /// <param name="starts">Pairs of a name, such as "Xavier", and the statistics of the model from that start, on the same batch.</param>
    /// <param name="title">What to see; null for a sentence about each start.</param>
    /// <exception cref="ArgumentException">There are no starts.</exception>
    /// <example>
    /// <code>
    /// Chart.InitializationSpread(starts.Select(start => (start.Name, LayerStatistics.Of(ModelFrom(start), batch, loss))));
    /// </code>
    /// </example>
    public static Figure InitializationSpread(IEnumerable<(string Name, LayerStatistics Statistics)> starts, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(starts);
        return Menu(starts.Select(start => (start.Name, SpreadOf(start.Name, start.Statistics, title))), "start");
    }

    /// <summary>How large the gradient of each layer's weights is, on a logarithmic axis: where gradients vanish or explode.</summary>
    /// <param name="models">Pairs of a name, such as "sigmoid" or "ReLU + Kaiming", and the statistics of that model, with a loss.</param>
    /// <param name="title">What to see; null for a sentence with the widest spread.</param>
    /// <exception cref="ArgumentException">There are no models, or one was looked at without a loss.</exception>
    /// <remarks>To choose a depth from a menu, give one figure a depth to <see cref="Menu"/>.</remarks>
    public static Figure GradientNorms(IEnumerable<(string Name, LayerStatistics Statistics)> models, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        var figure = new Figure().WithAxisTitles("layer with weights, from the input", "norm of the gradient").WithLogY();
        (double Ratio, string Name) worst = (0, "");
        foreach (var (name, statistics) in models)
        {
            double[] norms = [.. statistics.Rows.Where(row => row.WeightGradientNorm is not null && row.Layer.Parameters.Any(parameter => parameter.Shape.Rank >= 2)).Select(row => row.WeightGradientNorm!.Value)];
            if (norms.Length == 0)
                throw new ArgumentException($"\"{name}\" has no gradients: look at it with a loss, LayerStatistics.Of(model, batch, loss).", nameof(models));
            figure.AddLine(Enumerable.Range(1, norms.Length), Positive(norms), name);
            double[] above = [.. norms.Where(norm => norm > 0)];
            double ratio = above.Length == 0 ? double.PositiveInfinity : above.Max() / above.Min();
            worst = ratio > worst.Ratio ? (ratio, name) : worst;
        }
        if (figure.Data.Count == 0)
            throw new ArgumentException("There is nothing to draw: give at least one pair of a name and the statistics of a model.", nameof(models));
        figure.Title = title ?? $"{worst.Name}: the largest gradient is {Times(worst.Ratio)} the smallest";
        return figure;
    }

    private static string Times(double ratio) => ratio < 1e5
        ? $"{Words.Number(Math.Round(ratio, ratio < 10 ? 1 : 0))} times"
        : $"some 10{string.Concat(Words.Number(Math.Round(Math.Log10(ratio))).Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']))} times";

    private static Figure SpreadOf(string name, LayerStatistics statistics, string? title)
    {
        LayerStatisticsRow[] rows = [.. statistics.Rows.Where(row => row.Layer.Parameters.Count == 0)];
        if (rows.Length == 0)
            rows = [.. statistics.Rows];
        var outputs = SizeBands("Activations", [.. rows.Select(row => row.Output.ToArray())]);
        var gradients = SizeBands("Gradients that come back", [.. rows.Select(row => row.OutputGradient?.ToArray() ?? [])]);
        foreach (var trace in gradients.Data)
            trace!["showlegend"] = false;
        var figure = SideBySide(outputs, gradients);
        double first = rows[0].OutputDeviation, last = rows[^1].OutputDeviation;
        figure.Title = title ?? $"{name}: the spread of activations goes from {Words.Number(first)} in the first layer to {Words.Number(last)} in the last";
        return figure;
    }

    private static Figure SizeBands(string title, float[][] layers)
    {
        int[] at = [.. Enumerable.Range(1, layers.Length)];
        double[][] sizes = [.. layers.Select(layer => layer.Select(v => (double)Math.Abs(v)).Where(v => v > SmallestSize && double.IsFinite(v)).Order().ToArray())];
        double[] Part(double part) => [.. sizes.Select(s => s.Length == 0 ? double.NaN : s[(int)(part * (s.Length - 1))])];
        double[] typical = [.. sizes.Select(s => s.Length == 0 ? double.NaN : Math.Sqrt(s.Average(v => v * v)))];
        var figure = new Figure(title).WithAxisTitles("activation layer", "size").WithLogY();
        var low = Trace(at, Part(0.1), "");
        var high = Trace(at, Part(0.9), "middle 80 %");
        high["fill"] = "tonexty";
        high["fillcolor"] = "rgba(27,124,196,0.25)";
        figure.Add(low, "");
        figure.Add(high, "");
        var line = Trace(at, typical, "typical size (root mean square)");
        line["line"] = new JsonObject { ["color"] = Palette.Color(1), ["width"] = 3 };
        figure.Add(line, Describe.Line([.. at.Select(i => (double)i)], typical, title));
        return figure;

        static JsonObject Trace(int[] x, double[] y, string name) => new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = name,
            ["showlegend"] = name.Length > 0,
            ["x"] = Values.Json(x.Select(i => (double)i)),
            ["y"] = Values.Json(y),
            ["line"] = new JsonObject { ["color"] = Palette.Color(0), ["width"] = 1 },
        };
    }
}
