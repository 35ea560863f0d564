using System.Numerics;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>The loss after each epoch, with a mark at the lowest validation loss.</summary>
    /// <param name="train">The training loss of each epoch, the first epoch being number 1.</param>
    /// <param name="validation">The validation loss of each epoch, if there is one.</param>
    /// <param name="log">Whether the loss stands on a logarithmic axis, where a steady fall is a straight line.</param>
    /// <param name="title">What to see; null for a sentence made from the losses.</param>
    /// <exception cref="ArgumentException">train is empty, or the two differ in length.</exception>
    /// <example>
    /// <code>
    /// Chart.LossCurve([2.31, 1.20, 0.65, 0.41], [2.33, 1.31, 0.82, 0.88]);
    /// </code>
    /// </example>
    public static Figure LossCurve<T>(IEnumerable<T> train, IEnumerable<T>? validation = null, bool log = false, string? title = null)
        where T : INumber<T>
    {
        double[] trained = Values.From(train, nameof(train));
        double[]? validated = validation is null ? null : Values.From(validation, nameof(validation));
        return DrawLosses([.. Enumerable.Range(1, trained.Length)], trained, validated, log, title);
    }

    /// <summary>The losses of a training run after each epoch, with a mark at the lowest validation loss.</summary>
    /// <param name="history">What the run recorded.</param>
    /// <param name="log">Whether the loss stands on a logarithmic axis, where a steady fall is a straight line.</param>
    /// <param name="title">What to see; null for a sentence made from the losses.</param>
    /// <exception cref="ArgumentException">No epoch has been finished yet.</exception>
    public static Figure LossCurve(History history, bool log = false, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0)
        {
            throw new ArgumentException(
                "There is nothing to draw: no epoch is finished yet. A run trains while it is enumerated; go through its steps first.", nameof(history));
        }

        double[] validated = history.ValidationLosses;
        return DrawLosses([.. history.Epochs.Select(epoch => epoch.Number)], history.Losses, validated.Length == 0 ? null : validated, log, title);
    }

    private static Figure DrawLosses(int[] epochs, double[] trained, double[]? validated, bool log, string? title)
    {
        if (validated is not null && validated.Length != trained.Length)
        {
            throw new ArgumentException(
                $"Both losses are one number an epoch, but train has {trained.Length} and validation has {validated.Length}.", nameof(validated));
        }

        string sentence = LossSentence(epochs, trained);
        var figure = new Figure(title ?? sentence).WithAxisTitles("epoch", log ? "loss (logarithmic)" : "loss");
        figure.AddLine(epochs, log ? Positive(trained) : trained, "training");
        string lowest = "";
        if (validated is not null)
        {
            figure.AddLine(epochs, log ? Positive(validated) : validated, "validation");
            lowest = MarkLowest(figure, epochs, validated);
        }
        if (log)
            figure.WithLogY();
        else
            figure.Layout.Child("yaxis")["rangemode"] = "tozero";
        return figure.WithAltText(Words.Join(
            $"{sentence}{Words.Suffix(", ", lowest)}.", Values.GapNote(trained.Concat(validated ?? []))));
    }

    private static string LossSentence(int[] epochs, double[] loss)
    {
        string ends = $"from {Words.Number(loss[0])} to {Words.Number(loss[^1])} in {Words.Count(loss.Length, "epoch")}";
        int broken = Array.FindIndex(loss, value => !double.IsFinite(value));
        if (broken >= 0)
            return $"Loss is not a finite number from epoch {epochs[broken]} on";
        return (loss[^1] - loss[0]) switch
        {
            < 0 => $"Loss falls {ends}",
            > 0 => $"Loss rises {ends}",
            _ => $"Loss stays at {Words.Number(loss[0])} for {Words.Count(loss.Length, "epoch")}",
        };
    }

    private static string MarkLowest(Figure figure, int[] epochs, double[] loss)
    {
        int[] finite = [.. Enumerable.Range(0, loss.Length).Where(i => double.IsFinite(loss[i]))];
        if (finite.Length == 0)
            return "no finite validation loss";
        int best = finite.MinBy(i => loss[i]);
        figure.AddMark(epochs[best], loss[best], $"lowest validation loss (epoch {epochs[best]})", "star");
        return $"lowest validation loss {Words.Number(loss[best])} at epoch {epochs[best]}";
    }

    /// <summary>A logarithmic axis has no place for zero.</summary>
    private static IEnumerable<double> Positive(double[] values) => values.Select(value => value > 0 ? value : double.NaN);
}
