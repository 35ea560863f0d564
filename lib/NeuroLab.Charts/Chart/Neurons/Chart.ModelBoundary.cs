using System.Text.Json.Nodes;
using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>What a model of two inputs and two classes answers everywhere, with the data.</summary>
    /// <param name="model">The model: (samples, 2) to one output, or to two logits.</param>
    /// <param name="data">The samples: inputs (samples, 2), with the labels 0 and 1.</param>
    /// <param name="title">What to see; null for a sentence with the accuracy.</param>
    /// <exception cref="ArgumentException">The model or the data have other shapes.</exception>
    public static Figure DecisionBoundary(Layer model, Dataset data, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (x, y, labels) = PlaneOf(data);
        double[] own = ClassProbabilities.OfClass1(model, data.Inputs);
        int right = own.Zip(labels).Count(pair => pair.First > 0.5 == (pair.Second == 1));
        double[] xs = [.. x.Select(v => (double)v)], ys = [.. y.Select(v => (double)v)];
        double[] across = Steps(WithMargin(Spread(xs)), nameof(data), BoundarySteps), up = Steps(WithMargin(Spread(ys)), nameof(data), BoundarySteps);
        double[] grid = ClassProbabilities.OfClass1(model, PlanePoints(across, up));
        double[,] answers = new double[up.Length, across.Length];
        Buffer.BlockCopy(grid, 0, answers, 0, sizeof(double) * grid.Length);
        return DrawBoundary(across, up, answers, right, xs, ys, labels, title ?? $"{right} of {labels.Length} points are on the right side of the boundary");
    }

    /// <summary>How the decision boundary of a model moves while it learns.</summary>
    /// <param name="model">The model that was trained: (samples, 2) to one output, or to two logits.</param>
    /// <param name="recorder">What was recorded of its parameters.</param>
    /// <param name="data">The samples: inputs (samples, 2), with the labels 0 and 1.</param>
    /// <param name="title">What to see; null for a sentence with the accuracy of each moment.</param>
    /// <exception cref="ArgumentException">Nothing was recorded, or the model or the data have other shapes.</exception>
    /// <example>
    /// <code>
    /// var recorder = new WeightRecorder(model.Parameters);
    /// foreach (Epoch epoch in trainer.Run(moons, epochs: 60, batchSize: 32, random))
    ///     recorder.Record($"epoch {epoch.Number}");
    /// Chart.DecisionBoundary(model, recorder, moons);
    /// </code>
    /// </example>
    public static Figure DecisionBoundary(Layer model, WeightRecorder recorder, Dataset data, string? title = null) =>
        Animate(Replay.Each(recorder, Animation.MostFrames, _ => DecisionBoundary(model, data)), title);

    /// <summary>
    /// What each unit of a hidden layer sees: its weighted sum z everywhere in the plane of the inputs, before the activation.
    /// Orange is where the unit is on, blue where ReLU gives 0; the line between them is z = 0.
    /// </summary>
    /// <param name="model">The model, (samples, 2) to its outputs. Its first layers before the first activation make the hidden layer.</param>
    /// <param name="recorder">What was recorded of its parameters.</param>
    /// <param name="data">The samples: inputs (samples, 2), with labels.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The model has no hidden layer, or more than 12 units in it; nothing was recorded; or the data have other shapes.</exception>
    public static Figure HiddenUnits(
        Sequential model, WeightRecorder recorder, Dataset data, string title = "Each hidden unit draws a line of its own; the output adds up what lies on their orange sides")
    {
        ArgumentNullException.ThrowIfNull(model);
        var (x, y, labels) = PlaneOf(data);
        int depth = Math.Max(1, model.ToList().FindIndex(layer => layer is not Linear and not BatchNorm1d));
        int units = model.Take(depth).Aggregate(data.Inputs.Shape, (shape, layer) => layer.OutputShape(shape))[^1];
        if (model.Count < 3 || units > 12)
            throw new ArgumentException($"This chart shows the units of a first hidden layer, 12 at most, but {model} has {units} there.", nameof(model));
        double[] across = Steps(WithMargin(Spread(x.Select(v => (double)v))), nameof(data), UnitSteps);
        double[] up = Steps(WithMargin(Spread(y.Select(v => (double)v))), nameof(data), UnitSteps);
        var plane = PlanePoints(across, up);
        return Animate(Replay.Each(recorder, UnitFrames, _ =>
        {
            var seen = plane;
            foreach (var layer in model.Take(depth))
                seen = layer.Predict(seen);
            return Grid(Enumerable.Range(0, units).Select(unit => UnitView(unit, seen, across, up, x, y, labels)), 4);
        }), title);
    }

    private const int UnitSteps = 17;
    private const int UnitFrames = 10;

    private static Figure UnitView(int unit, Tensor seen, double[] across, double[] up, float[] x, float[] y, int[] labels)
    {
        var view = ContourOf(seen.Column(unit), across, up, $"unit {unit + 1}");
        view.Add(SmallPoints(x, y, labels), "");
        return view;
    }

    private static Figure ContourOf(Tensor heights, double[] across, double[] up, string title)
    {
        var figure = new Figure(title).WithRange((across[0], across[^1]), (up[0], up[^1]));
        double[,] z = Values.Matrix(heights.Reshape(up.Length, across.Length), nameof(heights));
        var trace = new JsonObject
        {
            ["type"] = "contour",
            ["x"] = Values.Json(across),
            ["y"] = Values.Json(up),
            ["z"] = Values.Json(z),
            ["contours"] = new JsonObject { ["start"] = 0, ["end"] = 0, ["size"] = 1, ["coloring"] = "heatmap" },
            ["line"] = new JsonObject { ["color"] = Palette.Quiet, ["width"] = 2 },
            ["hovertemplate"] = "(%{x:.3~g}, %{y:.3~g}): %{z:.3~g}<extra></extra>",
        };
        ColorScale.Apply(trace, z.Cast<double>(), signed: true);
        ColorScale.Hide(trace);
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

    private static JsonObject SmallPoints(float[] x, float[] y, int[] labels)
    {
        int[] keep = Thinning.Evenly(x.Length, 60);
        var points = new JsonObject
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
        return points;
    }

    private static Tensor PlanePoints(double[] across, double[] up) => new(
        new Shape(("batch", across.Length * up.Length), ("in", 2)),
        [.. up.SelectMany(b => across.SelectMany(a => new[] { (float)a, (float)b }))]);
}
