using System.Text.Json;
using System.Text.Json.Nodes;
using NeuroLab.Charts;
using NeuroLab.Training;
using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>The checks of notebook 17, Plotly.NET.</summary>
public static class PlotlyNetExercises
{
    /// <summary>17.1: the numbers in the traces of 65 lines over 13 snapshots.</summary>
    /// <param name="numbers">The reader's number.</param>
    public static ExerciseResult CrowdNumbers(int? numbers) => Check("17.1", numbers, answer => answer switch
    {
        845 => null,
        832 => "Those are the 64 grey lines. The marked one is a trace of its own.",
        780 => "One number is missing in each line: the snapshot at the start counts too.",
        65 => "That is the number of lines. Each has a number for every snapshot.",
        13 => "That is one line. How many lines are there?",
        78 => "65 lines times 13 snapshots, not plus.",
        _ => "Lines times snapshots: 64 grey lines and one marked line, each with a number for the start and for each of 12 epochs.",
    }, "65 × 13 = 845.");

    /// <summary>17.2: the validation accuracy after each epoch as bars.</summary>
    /// <param name="figure">The reader's figure.</param>
    /// <param name="history">The training.</param>
    public static ExerciseResult AccuracyBars(Figure? figure, History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Check("17.2", figure, answer =>
        {
            if (answer.Data.Count != 1)
                return $"One trace is asked for, but this figure has {answer.Data.Count}.";
            JsonNode trace = answer.Data[0]!;
            if ((string?)trace["type"] is not "bar")
                return $"The trace is of type {(string?)trace["type"] ?? "(none)"}. Bars have the type \"bar\": new Trace(\"bar\").";
            if (trace["y"] is not JsonArray heights)
                return "The trace has no y. Give it the heights of the bars: SetProperty(\"y\", ...), with a small y.";
            double?[] given = [.. heights.Select(height => height?.GetValueKind() == JsonValueKind.Number ? height.GetValue<double>() : (double?)null)];
            if (SameNumbers(given, history.ValidationAccuracies))
                return null;
            if (SameNumbers(given, history.ValidationLosses))
                return "Those are the losses of the validation. The accuracies are in trainer.History.ValidationAccuracies.";
            return SameNumbers(given, history.Accuracies)
                ? "Those are the accuracies on the training data. The others are in trainer.History.ValidationAccuracies."
                : $"The heights should be the {history.ValidationAccuracies.Length} numbers of trainer.History.ValidationAccuracies.";
        }, "One bar for each epoch. Bars start at 0, so they all look alike: a line with an axis from 0.8 to 1 would tell more.");
    }

    /// <summary>17.3: a loss curve with a logarithmic y axis that keeps its title.</summary>
    /// <param name="figure">The reader's figure.</param>
    public static ExerciseResult LogarithmicLoss(Figure? figure) => Check("17.3", figure, answer =>
    {
        JsonNode? axis = answer.Layout["yaxis"];
        if ((string?)answer.Layout["xaxis"]?["type"] is "log")
            return "That is the x axis. The loss is on the y axis.";
        if ((string?)axis?["type"] is not "log")
            return "The y axis is not logarithmic yet: its property \"type\" should be \"log\".";
        if (string.IsNullOrEmpty((string?)axis["title"]?["text"]))
            return "The axis has lost its title. WithYAxisStyle adds to the axis that is there; a new layout replaces it.";
        return answer.Data.Count == 0 ? "The figure has no traces any more. Start from Chart.LossCurve(trainer.History).ToPlotlyNet()." : null;
    }, "The axis became logarithmic and kept its title, because WithYAxisStyle adds to what is there.");

    private static bool SameNumbers(double?[] given, double[] expected) =>
        given.Length == expected.Length && given.Zip(expected, (a, b) => a is { } number && Near(number, b)).All(same => same);
}
