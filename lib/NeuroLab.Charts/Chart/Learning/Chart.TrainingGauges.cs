using NeuroLab.Inspection;

namespace NeuroLab.Charts;

public static partial class Chart
{
    // What a training that goes well needs, and most that don't, so that two of them can be laid side by side.
    private const double LossShown = 4;
    private const double MostLossShown = 10;
    private static readonly (double From, double To) normsShown = (1e-4, 1e2), ratiosShown = (1e-6, 1);

    /// <summary>
    /// Four gauges of a training, epoch by epoch: the losses, and for each layer the gradient, the size of a step beside the weights, and
    /// the share of units that tell nothing.
    /// </summary>
    /// <remarks>The axes are the same for every training, as far as its numbers allow. Where a line is missing on a logarithmic axis, the number was 0.</remarks>
    /// <param name="gauges">What was read during training.</param>
    /// <param name="title">What to see; null for how it started and ended.</param>
    public static Figure TrainingGauges(TrainingGauges gauges, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(gauges);
        int[] epochs = [.. Enumerable.Range(0, gauges.GradientNorms.Count)], finished = [.. epochs.Skip(1)];
        double[] training = gauges.History.Losses, validation = gauges.History.ValidationLosses;

        double highest = ((double[])[gauges.StartLoss, .. training, .. validation]).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        Figure losses = Gauge(highest > MostLossShown ? $"Loss, at most {Words.Number(highest)}" : "Loss").WithRange(y: (0, Math.Clamp(highest, LossShown, MostLossShown)));
        losses.AddLine(epochs, (double[])[gauges.StartLoss, .. training], "training");
        if (validation.Length > 0)
            losses.AddLine(finished, validation, "validation");
        if (gauges.GuessingLoss is { } guessing)
            losses.WithHorizontalLine(guessing, "guessing");

        Figure gradients = Gauge("Length of the gradient").WithLogY().WithRange(y: Around(normsShown, gauges.GradientNorms));
        Figure ratios = Gauge("Step / weights").WithLogY().WithRange(y: Around(ratiosShown, gauges.UpdateRatios)).WithHorizontalLine(1e-3, "0.001");
        Figure idle = Gauge("Idle units, in %").WithRange(y: (-4, 104));
        for (int i = 0; i < gauges.Layers.Count; i++)
        {
            AddLayer(gradients, epochs, Positive([.. gauges.GradientNorms.Select(layers => layers[i])]), i);
            AddLayer(ratios, finished, Positive([.. gauges.UpdateRatios.Select(layers => layers[i])]), i);
            if (i < gauges.Layers.Count - 1)
                AddLayer(idle, epochs, gauges.IdleShares.Select(layers => 100 * layers[i]), i);
        }

        Figure figure = Grid([losses, gradients, ratios, idle]);
        figure.Title = title ?? (training.Length == 0
            ? "It broke down in the first epoch"
            : $"The loss went from {Words.Number(Math.Round(gauges.StartLoss, 2))} to {Words.Number(Math.Round(training[^1], 3))}" + (gauges.Breakdown is null ? "" : ", then the training broke down"));
        return figure;

        Figure Gauge(string name) => new Figure(name).WithAxisTitles("epoch").WithSize(height: 290).WithRange((0, Math.Max(1, epochs.Length - 1)));
    }

    private static (double From, double To) Around((double From, double To) shown, IEnumerable<IReadOnlyList<double>> values)
    {
        double[] drawn = [.. values.SelectMany(layers => layers).Where(value => value > 0 && double.IsFinite(value))];
        return drawn.Length == 0 ? shown : (Math.Min(shown.From, drawn.Min()), Math.Max(shown.To, drawn.Max()));
    }

    /// <summary>A layer has the same look in each gauge, and another than the losses have.</summary>
    private static void AddLayer(Figure gauge, IEnumerable<int> epochs, IEnumerable<double> values, int layer)
    {
        double[] drawn = [.. values];
        if (drawn.Length == 0)
            return;
        gauge.AddLine(epochs, drawn, $"layer {layer + 1}");
        gauge.Data[^1]!["line"]!["color"] = Palette.Color(layer + 2);
    }
}
