using System.Text.Json.Nodes;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const double NearZero = 0.01;

    /// <summary>The weights of the same model trained in several ways, such as without a penalty, with L1, with L2, with dropout, on the same axes.</summary>
    /// <param name="models">Pairs of a name and the model; all its weights of two axes or more are counted.</param>
    /// <param name="title">What to see; null for a sentence with the part of the weights near 0.</param>
    /// <exception cref="ArgumentException">There are no models, or one has no weights.</exception>
    /// <example>
    /// <code>
    /// Chart.WeightHistograms([("none", plain), ("L1", lasso), ("L2", ridge), ("dropout", dropped)]);
    /// </code>
    /// </example>
    public static Figure WeightHistograms(IEnumerable<(string Name, Layer Model)> models, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        (string Name, float[] Weights)[] all = [.. models.Select(one =>
            (one.Name, one.Model.Parameters.Where(parameter => parameter.Shape.Rank >= 2).SelectMany(parameter => parameter.Value.ToArray()).ToArray()))];
        if (all.Length == 0)
            throw new ArgumentException("There is nothing to draw: give at least one pair of a name and a model.", nameof(models));
        double limit = all.Max(one => one.Weights.Length == 0
            ? throw new ArgumentException($"The model \"{one.Name}\" has no weights of two axes or more.", nameof(models))
            : one.Weights.Max(Math.Abs));
        double Zeros(float[] weights) => Math.Round(100.0 * weights.Count(weight => Math.Abs(weight) < NearZero) / weights.Length);
        Figure[] figures = [.. all.Select((one, i) =>
        {
            var figure = Histogram(one.Weights, bins: 41, range: (-limit, limit), title: $"{one.Name}: {Words.Number(Zeros(one.Weights))} % near 0")
                .WithAxisTitles("weight", "count").WithSize(height: 300);
            string color = Palette.Color(i);
            figure.Data[0]!["marker"]!["color"] = color;
            figure.Data[0]!["marker"]!["line"]!["color"] = color;
            return figure;
        })];
        CommonScales.Apply(figures);
        var sparsest = all.MaxBy(one => Zeros(one.Weights));
        return Grid(figures, 2, title ?? $"{sparsest.Name} leaves {Words.Number(Zeros(sparsest.Weights))} % of the weights within {NearZero.ToString(System.Globalization.CultureInfo.InvariantCulture)} of 0");
    }

    /// <summary>
    /// Why L1 makes weights zero and L2 only small: the lowest loss inside a diamond |w₁| + |w₂| ≤ t lies often on a corner, that
    /// inside a circle does not. The slider changes t.
    /// </summary>
    /// <param name="loss">The loss at two weights.</param>
    /// <param name="limit">Weights are drawn from -limit to limit.</param>
    /// <param name="sizes">The sizes t to choose from, smallest first.</param>
    /// <param name="title">What to see; null for the two best points.</param>
    /// <exception cref="ArgumentException">A size is not above 0, or there are none.</exception>
    public static Figure DiamondAndCircle(Func<double, double, double> loss, double limit, IReadOnlyList<double> sizes, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Any(size => !(size > 0)))
            throw new ArgumentException("The size of a diamond and of a circle is above 0.", nameof(sizes));
        double[] ticks = Steps((-limit, limit), nameof(limit));
        bool log = Sample(loss, ticks, ticks).Cast<double>().Min() > 0;
        return Slider(sizes.Select(size =>
        {
            var (diamond, corner) = Bounded(loss, limit, log, "L1: |w₁| + |w₂| ≤ t", angle => size / (Math.Abs(Math.Cos(angle)) + Math.Abs(Math.Sin(angle))));
            var (circle, side) = Bounded(loss, limit, log, "L2: w₁² + w₂² ≤ t²", _ => size);
            var figure = SideBySide(diamond, circle);
            figure.Title = title ?? $"t = {Words.Number(size)}: best under L1 {Point(corner)}, under L2 {Point(side)}";
            return ($"t = {Words.Number(size)}", figure);
        }));
    }

    /// <summary>How the weights go to zero while a penalty grows: lines over λ, and the weights at the λ of the slider as bars.</summary>
    /// <param name="fits">Pairs of λ and the weights that training ended with, λ growing.</param>
    /// <param name="names">What each weight belongs to; their numbers when null.</param>
    /// <param name="title">What to see; null for the number of weights near 0.</param>
    /// <exception cref="ArgumentException">There are no fits, or their weights differ in number.</exception>
    public static Figure WeightsByPenalty(IEnumerable<(double Lambda, Tensor Weights)> fits, IReadOnlyList<string>? names = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(fits);
        (double Lambda, float[] Weights)[] all = [.. fits.Select(fit => (fit.Lambda, fit.Weights.ToArray()))];
        if (all.Length == 0 || Array.Exists(all, fit => fit.Weights.Length != all[0].Weights.Length))
            throw new ArgumentException("Each λ has the same weights: give pairs of λ and the weights of the same model.", nameof(fits));
        string[] labels = [.. Enumerable.Range(0, all[0].Weights.Length).Select(i => names?[i] ?? Words.Number(i))];
        double[] lambdas = [.. all.Select(fit => fit.Lambda)];
        double low = 1.05 * Math.Min(0, all.Min(fit => fit.Weights.Min())), high = 1.05 * Math.Max(0.01, all.Max(fit => fit.Weights.Max()));
        return Slider(all.Select(fit =>
        {
            var lines = new Figure("Each weight over λ").WithAxisTitles("penalty λ", "weight").WithRange(y: (low, high)).WithVerticalLine(fit.Lambda);
            for (int i = 0; i < labels.Length; i++)
                lines.AddLine(lambdas, all.Select(each => each.Weights[i]), labels[i]);
            var bars = Bar(labels, fit.Weights, "The weights at this λ").WithAxisTitles("input", "weight").WithRange(y: (low, high));
            bars.Data[0]!["marker"]!["color"] = Values.Json(Enumerable.Range(0, labels.Length).Select(Palette.Color));
            var figure = SideBySide(lines, bars);
            int zeros = fit.Weights.Count(weight => Math.Abs(weight) < NearZero);
            figure.Title = title ?? $"λ = {Words.Number(fit.Lambda)}: {zeros} of {labels.Length} weights are within 0.01 of 0";
            return ($"λ = {Words.Number(fit.Lambda)}", figure);
        }));
    }

    private static string Point((double X, double Y) point) => $"({Words.Number(Math.Round(point.X, 2) + 0.0)}, {Words.Number(Math.Round(point.Y, 2) + 0.0)})";

    /// <summary>The loss, the border of what a penalty allows, and the lowest place in it: on the border, or the minimum itself.</summary>
    private static (Figure Figure, (double X, double Y) Best) Bounded(
        Func<double, double, double> loss, double limit, bool log, string title, Func<double, double> radius)
    {
        const int Directions = 720;
        var border = Enumerable.Range(0, Directions + 1).Select(i => 2 * Math.PI * i / Directions)
            .Select(angle => (X: radius(angle) * Math.Cos(angle), Y: radius(angle) * Math.Sin(angle))).ToArray();
        var allowed = Enumerable.Range(0, 61).SelectMany(part => border.Where((_, i) => i % 6 == 0).Select(p => (X: p.X * part / 60, Y: p.Y * part / 60)));
        var best = border.Concat(allowed).MinBy(p => loss(p.X, p.Y));
        var figure = Contour(loss, (-limit, limit), (-limit, limit), log, title).WithAxisTitles("w₁", "w₂");
        ColorScale.Hide(figure.Data[0]!);
        figure.KeepAspect(1);
        var shown = border.Where((_, i) => i % 10 == 0).ToArray();
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["showlegend"] = false,
            ["hoverinfo"] = "skip",
            ["x"] = Values.Json(shown.Select(p => p.X)),
            ["y"] = Values.Json(shown.Select(p => p.Y)),
            ["fill"] = "toself",
            ["fillcolor"] = "rgba(213,94,0,0.25)",
            ["line"] = new JsonObject { ["color"] = Palette.Path, ["width"] = 2.5 },
        }, "");
        figure.AddMark(best.X, best.Y, "", "star");
        figure.AltText += $" The lowest allowed loss is at {Point(best)}.";
        return (figure, best);
    }
}
