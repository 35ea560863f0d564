using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Tensors;

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
    /// foreach (Epoch epoch in trainer.Run(moons, new(Epochs: 60, BatchSize: 32, random)))
    ///     recorder.Record($"epoch {epoch.Number}");
    /// Chart.DecisionBoundary(model, recorder, moons);
    /// </code>
    /// </example>
    public static Figure DecisionBoundary(Layer model, WeightRecorder recorder, Dataset data, string? title = null) =>
        Animate(Replay.Each(recorder, Animation.MostFrames, _ => DecisionBoundary(model, data)), title);

    private static Tensor PlanePoints(double[] across, double[] up) => new(
        new Shape(("batch", across.Length * up.Length), ("in", 2)),
        [.. up.SelectMany(b => across.SelectMany(a => new[] { (float)a, (float)b }))]);
}
