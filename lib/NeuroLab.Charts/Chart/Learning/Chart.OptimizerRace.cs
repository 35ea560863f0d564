using System.Text.Json.Nodes;
using NeuroLab.Layers;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>Several optimizers going down one surface from the same place, step by step.</summary>
    /// <param name="surface">The height at (x, y), such as a loss over weight and bias. Gradients are taken from it by central differences.</param>
    /// <param name="x">The smallest and the largest x that are drawn.</param>
    /// <param name="y">The smallest and the largest y that are drawn.</param>
    /// <param name="start">Where all of them start.</param>
    /// <param name="steps">How many steps each makes.</param>
    /// <param name="optimizers">Pairs of a name and a function that makes the optimizer for the parameter to move.</param>
    /// <param name="title">What to see; null for the one that is lowest at each step.</param>
    /// <exception cref="ArgumentException">There are no optimizers, or a range does not go up.</exception>
    /// <example>
    /// <code>
    /// Chart.OptimizerRace((x, y) => x * x + 20 * y * y, (-4, 4), (-2, 2), (-3.5, 1.5), 60,
    ///     [("SGD", p => new SGD(p, 0.03f)), ("Adam", p => new Adam(p, 0.2f))]);
    /// </code>
    /// </example>
    public static Figure OptimizerRace(
        Func<double, double, double> surface, (double From, double To) x, (double From, double To) y, (double X, double Y) start, int steps,
        IReadOnlyList<(string Name, Func<IEnumerable<Parameter>, Optimizer> Make)> optimizers, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(optimizers);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (optimizers.Count == 0)
            throw new ArgumentException("There is no race: give at least one pair of a name and an optimizer.", nameof(optimizers));
        var paths = optimizers.Select(one => (one.Name, Path: Descend(surface, start, steps, one.Make))).ToArray();
        var ground = RaceGround(surface, x, y);
        return Animate(Thinning.Evenly(steps + 1, Animation.MostFrames).Select(step =>
        {
            var figure = ground.Copy();
            for (int i = 0; i < paths.Length; i++)
                AddTrail(figure, paths[i].Path.AsSpan(0, step + 1), paths[i].Name, i);
            var lowest = paths.MinBy(path => surface(path.Path[step].X, path.Path[step].Y));
            figure.Title = title ?? (step == 0 ? "All start at the same place" : $"After {Words.Count(step, "step")} {lowest.Name} is lowest, at {Words.Number(surface(lowest.Path[step].X, lowest.Path[step].Y))}");
            figure.AltText = $"Step {step}. " + string.Join(" ", paths.Select(path =>
                $"{path.Name} is at ({Words.Number(path.Path[step].X)}, {Words.Number(path.Path[step].Y)}), height {Words.Number(surface(path.Path[step].X, path.Path[step].Y))}."));
            return ($"step {step}", figure);
        }));
    }

    /// <summary>How learning rate and momentum act together: the path down a surface, with a slider for each.</summary>
    /// <param name="surface">The height at (x, y).</param>
    /// <param name="x">The smallest and the largest x that are drawn.</param>
    /// <param name="y">The smallest and the largest y that are drawn.</param>
    /// <param name="start">Where the path starts.</param>
    /// <param name="steps">How many steps it makes.</param>
    /// <param name="momenta">The momenta of <see cref="SGD"/> to choose from.</param>
    /// <param name="rates">The learning rates to choose from.</param>
    /// <exception cref="ArgumentException">There are more than 30 pairs, or none.</exception>
    public static Figure MomentumAndRate(
        Func<double, double, double> surface, (double From, double To) x, (double From, double To) y, (double X, double Y) start, int steps,
        IReadOnlyList<double> momenta, IReadOnlyList<double> rates)
    {
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var ground = RaceGround(surface, x, y);
        return TwoSliders(("momentum", momenta), ("learning rate", rates), (momentum, rate) =>
        {
            var path = Descend(surface, start, steps, parameters => new SGD(parameters, (float)rate, momentum: (float)momentum));
            var figure = ground.Copy();
            AddTrail(figure, path, "", 0);
            double end = surface(path[^1].X, path[^1].Y);
            figure.Title = $"Momentum {Words.Number(momentum)}, rate {Words.Number(rate)}: " +
                (double.IsFinite(end) && end < 1e3 ? $"after {steps} steps the height is {Words.Number(end)}" : $"the path has left the surface after {steps} steps");
            figure.AltText = $"Path over {Words.Count(steps, "step")}, ending at height {Words.Number(end)}.";
            return figure;
        });
    }

    private static Figure RaceGround(Func<double, double, double> surface, (double From, double To) x, (double From, double To) y)
    {
        var (low, _) = Spread(Sample(surface, Steps(x, nameof(x)), Steps(y, nameof(y))).Cast<double>());
        var figure = Contour(surface, x, y, log: low > 0).WithAxisTitles("x", "y");
        ColorScale.Hide(figure.Data[0]!);
        return figure;
    }

    private static (double X, double Y)[] Descend(
        Func<double, double, double> surface, (double X, double Y) start, int steps, Func<IEnumerable<Parameter>, Optimizer> make)
    {
        const double Nudge = 1e-4;
        var place = new Parameter("place", Tensor.Vector((float)start.X, (float)start.Y));
        var optimizer = make([place]);
        var path = new (double X, double Y)[steps + 1];
        path[0] = start;
        for (int step = 1; step <= steps; step++)
        {
            var (a, b) = path[step - 1];
            place.Gradient.Values[0] = (float)((surface(a + Nudge, b) - surface(a - Nudge, b)) / (2 * Nudge));
            place.Gradient.Values[1] = (float)((surface(a, b + Nudge) - surface(a, b - Nudge)) / (2 * Nudge));
            optimizer.Step();
            path[step] = (place.Value.Values[0], place.Value.Values[1]);
        }
        return path;
    }

    private static void AddTrail(Figure figure, ReadOnlySpan<(double X, double Y)> path, string name, int number)
    {
        (double X, double Y)[] points = path.ToArray();
        // The first colour is the blue of the surface.
        string color = trailColors[number % trailColors.Length];
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines+markers",
            ["name"] = Words.Escape(name),
            ["showlegend"] = name.Length > 0,
            ["x"] = Values.Json(points.Select(p => p.X)),
            ["y"] = Values.Json(points.Select(p => p.Y)),
            ["line"] = new JsonObject { ["color"] = color, ["width"] = 2.5 },
            ["marker"] = new JsonObject
            {
                ["color"] = color,
                ["symbol"] = Palette.Symbol(number),
                ["size"] = Values.Json(Enumerable.Range(0, points.Length).Select(i => i == points.Length - 1 ? 14.0 : 4)),
                ["opacity"] = 1,
                ["line"] = new JsonObject
                {
                    ["color"] = "#ffffff",
                    ["width"] = Values.Json(Enumerable.Range(0, points.Length).Select(i => i == points.Length - 1 ? 2.0 : 0)),
                },
            },
        }, "");
    }

    private static readonly string[] trailColors = ["#d55e00", "#009573", "#c0629b", "#a67700", "#7f7f7f", "#8a63d2"];
}
