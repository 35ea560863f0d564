using System.Text.Json.Nodes;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int RidgeBins = 60;
    private const int MostRidges = 12;

    /// <summary>How the weights of a layer spread while it learns: one histogram for each recorded moment, the first at the top.</summary>
    /// <param name="recorder">What was recorded.</param>
    /// <param name="parameter">A recorded parameter.</param>
    /// <param name="title">What to see; null for a sentence with the deviation at the start and at the end.</param>
    /// <exception cref="ArgumentException">Nothing was recorded, or the parameter is not among it.</exception>
    public static Figure Ridgeline(WeightRecorder recorder, Parameter parameter, string? title = null)
    {
        Replay.SnapshotsOf(recorder);
        var values = recorder.ValuesOf(parameter);
        int[] shown = Thinning.Evenly(values.Count, MostRidges);
        double[][] moments = [.. shown.Select(i => values[i].ToArray().Select(v => (double)v).ToArray())];
        double limit = Spread(moments.SelectMany(m => m)) is var (from, to) ? Math.Max(Math.Abs(from), Math.Abs(to)) : 1;
        double width = 2 * limit / RidgeBins;
        int[][] counts = [.. moments.Select(moment => Count(moment, RidgeBins, -limit, limit).Counts)];
        double tallest = counts.Max(count => count.Max());

        string spread = $"from {Words.Number(Deviation(values[0]))} to {Words.Number(Deviation(values[^1]))}";
        var figure = new Figure(title ?? $"The weights of {parameter.Path} spread {spread} (standard deviation)")
            .WithAxisTitles($"weight in {parameter.Path}", "moment of training").WithRange((-limit, limit), (-moments.Length + 0.7, 2));
        double[] centres = [.. Enumerable.Range(0, RidgeBins).Select(bin => -limit + ((bin + 0.5) * width))];
        for (int moment = 0; moment < moments.Length; moment++)
        {
            double[] heights = [.. counts[moment].Select(count => -moment + (1.8 * count / tallest))];
            figure.Add(RidgeTrace(centres, Enumerable.Repeat((double)-moment, RidgeBins), recorder.Labels[shown[moment]]), "");
            var ridge = RidgeTrace(centres, heights, recorder.Labels[shown[moment]]);
            ridge["fill"] = "tonexty";
            ridge["fillcolor"] = Blend(moment / Math.Max(1.0, moments.Length - 1), 0.45);
            ridge["line"] = new JsonObject { ["color"] = Blend(moment / Math.Max(1.0, moments.Length - 1), 1), ["width"] = 2 };
            figure.Add(ridge, "");
        }
        var axis = figure.Layout.Child("yaxis");
        axis["tickvals"] = Values.Json(Enumerable.Range(0, moments.Length).Select(moment => (double)-moment));
        axis["ticktext"] = Values.Json(shown.Select(i => Words.Escape(recorder.Labels[i])));
        axis["showgrid"] = false;
        figure.Layout["height"] = 150 + (34 * moments.Length);
        figure.Layout["width"] = 760;
        figure.AltText = $"{Words.Count(moments.Length, "histogram")} of {Words.Count(moments[0].Length, "weight")}, one above the other, from \"{recorder.Labels[0]}\" to " +
            $"\"{recorder.Labels[^1]}\": their standard deviation goes {spread}, the largest weight is {Words.Number(limit)} from 0.";
        return figure;
    }

    private static double Deviation(Tensor values) => Math.Sqrt(Math.Max(0, values.Length > 1 ? values.Variance() : 0));

    private static JsonObject RidgeTrace(IEnumerable<double> x, IEnumerable<double> y, string name) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["name"] = Words.Escape(name),
        ["showlegend"] = false,
        ["hoverinfo"] = "name",
        ["x"] = Values.Json(x),
        ["y"] = Values.Json(y),
        ["line"] = new JsonObject { ["width"] = 0 },
    };

    /// <summary>From blue to orange, as time goes by.</summary>
    private static string Blend(double part, double alpha)
    {
        int Channel(int first, int last) => (int)Math.Round(first + ((last - first) * part));
        return FormattableString.Invariant($"rgba({Channel(0x1b, 0xd5)},{Channel(0x7c, 0x5e)},{Channel(0xc4, 0)},{alpha})");
    }
}
