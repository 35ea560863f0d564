using System.Text.Json.Nodes;
using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int UnitSteps = 18;
    private const int UnitFrames = 10;

    /// <summary>
    /// What each unit of a hidden layer adds to the output, everywhere in the plane of the inputs: its answer times its output weight.
    /// Orange speaks for class 1, blue for class 0, pale is silent; all units and moments share one scale. The line is where the unit's
    /// weighted sum is 0.
    /// </summary>
    /// <param name="model">A hidden layer and its output: <c>Linear(2, units)</c>, an activation, <c>Linear(units, 1)</c> or two logits.</param>
    /// <param name="recorder">What was recorded of its parameters.</param>
    /// <param name="data">The samples: inputs (samples, 2), with labels. At most 60 of them are drawn.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The model has another form, or more than 12 units; nothing was recorded; or the data have other shapes.</exception>
    public static Figure HiddenUnits(Sequential model, WeightRecorder recorder, Dataset data, string title = "What each hidden unit adds to the output, and the line on which it bends")
    {
        ArgumentNullException.ThrowIfNull(model);
        var (x, y, labels) = PlaneOf(data);
        if (model is not [Linear { Weight.Shape: [<= 12, 2] } hidden, not Linear, Linear { Weight.Shape: [<= 2, _] } output])
            throw new ArgumentException($"This chart shows one hidden layer: Linear(2, units) with at most 12 units, an activation, and Linear(units, 1). Given: {model}.", nameof(model));
        double[] across = Steps(WithMargin(Spread(x.Select(v => (double)v))), nameof(data), UnitSteps);
        double[] up = Steps(WithMargin(Spread(y.Select(v => (double)v))), nameof(data), UnitSteps);
        Tensor plane = PlanePoints(across, up);
        var frames = Replay.Each(recorder, UnitFrames, _ =>
        {
            Tensor answers = model[1].Predict(hidden.Predict(plane));
            return Grid(Enumerable.Range(0, answers.Shape[1]).Select(unit =>
            {
                Figure view = Contribution(answers.Column(unit) * OutputWeight(output, unit), across, up, $"unit {unit + 1}");
                view.AddBend(hidden, unit, across);
                view.Add(SmallPoints(x, y, labels), "");
                return view;
            }), 4);
        });
        double loudest = frames.SelectMany(frame => frame.Seen.Data).Where(IsContour).Max(trace => Math.Max(Math.Abs(trace!["zmin"].Number()!.Value), Math.Abs(trace["zmax"].Number()!.Value)));
        foreach (JsonNode? trace in frames.SelectMany(frame => frame.Seen.Data).Where(IsContour))
        {
            ColorScale.SetSigned((JsonObject)trace!, loudest);
            ColorScale.Hide(trace!);
        }
        return Animate(frames, title);
    }

    private static bool IsContour(JsonNode? trace) => trace!["type"]!.GetValue<string>() == "contour";

    /// <summary>What one step of a unit is worth for class 1: of two logits, the difference counts.</summary>
    private static float OutputWeight(Linear output, int unit) =>
        output.Weight.Value[output.Weight.Shape[0] - 1, unit] - (output.Weight.Shape[0] == 2 ? output.Weight.Value[0, unit] : 0);

    private static Figure Contribution(Tensor heights, double[] across, double[] up, string title)
    {
        var figure = new Figure(title).WithRange((across[0], across[^1]), (up[0], up[^1]));
        double[,] z = Values.Matrix(heights.Reshape(up.Length, across.Length), nameof(heights));
        var trace = new JsonObject
        {
            ["type"] = "contour",
            ["x"] = Values.Json(across),
            ["y"] = Values.Json(up),
            ["z"] = Values.Json(z),
            ["contours"] = new JsonObject { ["coloring"] = "heatmap" },
            ["line"] = new JsonObject { ["width"] = 0 },
            ["hovertemplate"] = "(%{x:.3~g}, %{y:.3~g}): %{z:.3~g}<extra></extra>",
        };
        ColorScale.Apply(trace, z.Cast<double>(), signed: true);
        foreach (string axis in new[] { "xaxis", "yaxis" })
        {
            figure.Layout.Child(axis)["showgrid"] = false;
            figure.Layout.Child(axis)["visible"] = false;
        }
        figure.Layout["height"] = 320;
        figure.KeepAspect(1);
        figure.Add(trace, DescribeSurface(z, across, up));
        return figure;
    }

    /// <summary>The line w1 x1 + w2 x2 + b = 0, as far as it lies over the plane; the axes cut it off above and below.</summary>
    private static void AddBend(this Figure figure, Linear hidden, int unit, double[] across)
    {
        float w1 = hidden.Weight.Value[unit, 0], w2 = hidden.Weight.Value[unit, 1], b = hidden.Bias?.Value[unit] ?? 0;
        double steep = Math.Abs(w2) > 1e-6 ? w2 : 1e-6;
        Helper(figure, new JsonObject
        {
            ["mode"] = "lines",
            ["x"] = Values.Json([across[0], across[^1]]),
            ["y"] = Values.Json([-((w1 * across[0]) + b) / steep, -((w1 * across[^1]) + b) / steep]),
            ["line"] = new JsonObject { ["color"] = Palette.Quiet, ["width"] = 2 },
            ["hoverinfo"] = "skip",
        });
    }

    private static JsonObject SmallPoints(float[] x, float[] y, int[] labels)
    {
        int[] keep = Thinning.Evenly(x.Length, 60);
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["showlegend"] = false,
            ["hoverinfo"] = "skip",
            ["x"] = Values.Json(keep.Select(i => (double)x[i])),
            ["y"] = Values.Json(keep.Select(i => (double)y[i])),
            ["marker"] = new JsonObject
            {
                ["size"] = 6,
                ["line"] = new JsonObject { ["color"] = "#ffffff", ["width"] = 1 },
                ["color"] = Values.Json(keep.Select(i => Palette.Color(labels[i]))),
                ["symbol"] = Values.Json(keep.Select(i => Palette.Symbol(labels[i]))),
            },
        };
    }
}
