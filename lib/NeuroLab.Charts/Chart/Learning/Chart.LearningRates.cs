using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>The loss of several runs over each other, step by step, such as one run a learning rate.</summary>
    /// <param name="runs">Pairs of a name, such as "rate 0.1", and the history of the run.</param>
    /// <param name="title">What to see; null for a sentence with the run that ended lowest.</param>
    /// <exception cref="ArgumentException">There are no runs, or one of them made no step.</exception>
    /// <example>
    /// <code>
    /// Chart.LearningRates(rates.Select(rate => ($"rate {rate}", Train(rate))));
    /// </code>
    /// </example>
    public static Figure LearningRates(IEnumerable<(string Name, History History)> runs, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        (string Name, History History)[] all = [.. runs];
        if (all.Length == 0 || Array.Exists(all, run => run.History.StepLosses.Count == 0))
            throw new ArgumentException("Each run that is compared has made at least one step. Train first, then draw.", nameof(runs));
        var figure = new Figure().WithAxisTitles("step", "loss (logarithmic)").WithLogY();
        foreach (var (name, history) in all)
            figure.AddLine(Enumerable.Range(1, history.StepLosses.Count), Positive([.. history.StepLosses.Select(loss => (double)loss)]), name);
        var (best, _) = all.MinBy(run => run.History.StepLosses[^1] is var last && float.IsFinite(last) ? last : float.PositiveInfinity);
        figure.Title = title ?? $"Of these {all.Length} runs, {best} ends with the lowest loss";
        return figure;
    }

    /// <summary>
    /// The line that a model of one weight and one bias draws through its data, beside the loss surface with the path that
    /// (w, b) took: one slider for both.
    /// </summary>
    /// <param name="data">The samples: inputs (samples, 1), targets (samples, 1).</param>
    /// <param name="recorder">What was recorded of the weight and the bias of a <c>Linear(1, 1)</c>.</param>
    /// <param name="title">What to see; null for the line of each moment.</param>
    /// <exception cref="ArgumentException">The data or the recorded parameters have other shapes, or nothing was recorded.</exception>
    public static Figure LineFit(Dataset data, WeightRecorder recorder, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var snapshots = Replay.SnapshotsOf(recorder);
        if (data.Inputs.Shape.Rank != 2 || data.Inputs.Shape[1] != 1 || !data.HasTargets || data.Targets.Length != data.Count || snapshots[0].Values is not [{ Length: 1 }, { Length: 1 }])
        {
            throw new ArgumentException(
                $"A line has one weight and one bias, and its data one input and one target: record the parameters of a Linear(1, 1) on data (samples, 1). " +
                $"Given: {data}, parameters {string.Join(", ", recorder.Parameters)}.", nameof(recorder));
        }

        float[] x = data.Inputs.ToArray(), y = data.Targets.ToArray();
        double[] w = [.. snapshots.Select(s => (double)s.Values[0].Values[0])], b = [.. snapshots.Select(s => (double)s.Values[1].Values[0])];
        double Loss(double weight, double bias) => x.Zip(y, (a, t) => Math.Pow((weight * a) + bias - t, 2)).Average();
        var ((wFrom, wTo), (bFrom, bTo)) = (WithMargin(WithMargin(Spread(w))), WithMargin(WithMargin(Spread(b))));
        // A unit of w is as long as a unit of b, so that each step is seen to cross the curves of equal loss at right angles.
        double unit = Math.Max((wTo - wFrom) / MapAspect, bTo - bFrom);
        var surface = Contour(Loss, Around(wFrom, wTo, unit * MapAspect), Around(bFrom, bTo, unit), log: true).WithAxisTitles("weight w", "bias b").WithTitle("Mean squared error of each line");
        surface.KeepAspect(MapAspect);
        ColorScale.Hide(surface.Data[0]!);
        double low = x.Min(), high = x.Max();
        return Animate(snapshots.Select((snapshot, i) =>
        {
            var line = Scatter(x, y, "data").AddLine([low, high], [(w[i] * low) + b[i], (w[i] * high) + b[i]], "fitted line")
                .WithAxisTitles("x", "y").WithTitle("The data and the line");
            line.KeepAspect(MapAspect);
            var figure = SideBySide(line, surface.Copy().AddPath(w.Take(i + 1), b.Take(i + 1), "path of (w, b)"));
            figure.Title = title ?? $"{snapshot.Label}: y = {Words.Number(Math.Round(w[i], 2))} x + {Words.Number(Math.Round(b[i], 2))}, loss {Words.Number(Loss(w[i], b[i]))}";
            return (snapshot.Label, figure);
        }));
    }

    private const double MapAspect = 1.3;

    private static (double From, double To) Around(double from, double to, double span) => ((from + to - span) / 2, (from + to + span) / 2);

    /// <summary>The learning rate of each epoch above the loss, with one cursor through both that a slider moves.</summary>
    /// <param name="history">What the run recorded.</param>
    /// <param name="title">What to see; null for the rate and the loss of each epoch.</param>
    /// <exception cref="ArgumentException">No epoch has been finished yet.</exception>
    public static Figure ScheduleAndLoss(History history, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0)
            throw new ArgumentException("There is nothing to draw: no epoch is finished yet. Train first, then draw.", nameof(history));
        int[] epochs = [.. history.Epochs.Select(epoch => epoch.Number)];
        double[] losses = history.Losses, rates = history.LearningRates;
        int[] shown = Thinning.Evenly(epochs.Length, Animation.MostFrames);
        return Slider(shown.Select(i =>
        {
            var schedule = Line(epochs, rates).WithAxisTitles("epoch", "learning rate").WithSize(height: 290).WithVerticalLine(epochs[i]);
            schedule.Layout.Child("yaxis")["rangemode"] = "tozero";
            var loss = Line(epochs, losses).WithAxisTitles("epoch", "loss (logarithmic)").WithSize(height: 290).WithLogY().WithVerticalLine(epochs[i]);
            schedule.AddMark(epochs[i], rates[i], "", "circle");
            loss.AddMark(epochs[i], losses[i], "", "circle");
            var figure = Grid([schedule, loss], columns: 1);
            figure.Title = title ?? $"Epoch {epochs[i]}: rate {Words.Number(rates[i])}, loss {Words.Number(losses[i])}";
            return ($"epoch {epochs[i]}", figure);
        }));
    }
}
