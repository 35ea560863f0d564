using NeuroLab.Display;

namespace NeuroLab.Training;

/// <summary>
/// What happened during training: every step and every finished epoch. It grows while a run is enumerated.
/// </summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class History : IShownAsTable
{
    private const int MostRowsShown = 20;
    private readonly List<Epoch> epochs = [];
    private readonly List<float> stepLosses = [];
    private readonly List<float> stepLearningRates = [];

    /// <summary>The finished epochs, first to last.</summary>
    public IReadOnlyList<Epoch> Epochs => epochs;

    /// <summary>The loss of every step's batch.</summary>
    public IReadOnlyList<float> StepLosses => stepLosses;

    /// <summary>The learning rate of every step.</summary>
    public IReadOnlyList<float> StepLearningRates => stepLearningRates;

    /// <summary>The training loss of every epoch.</summary>
    public double[] Losses => [.. epochs.Select(epoch => epoch.Loss)];

    /// <summary>The training accuracy of every epoch, NaN where there was none; empty if there never was one.</summary>
    public double[] Accuracies => Column(epoch => epoch.Accuracy);

    /// <summary>The validation loss of every epoch, NaN where there was none; empty if there never was one.</summary>
    public double[] ValidationLosses => Column(epoch => epoch.ValidationLoss);

    /// <summary>The validation accuracy of every epoch, NaN where there was none; empty if there never was one.</summary>
    public double[] ValidationAccuracies => Column(epoch => epoch.ValidationAccuracy);

    /// <summary>The learning rate at the end of every epoch.</summary>
    public double[] LearningRates => [.. epochs.Select(epoch => (double)epoch.LearningRate)];

    /// <summary>The epoch with the highest validation accuracy, or the lowest validation loss where there are no classes; null if nothing was validated.</summary>
    public Epoch? Best =>
        epochs.Exists(epoch => epoch.ValidationAccuracy is not null) ? epochs.MaxBy(epoch => epoch.ValidationAccuracy ?? double.NegativeInfinity)
        : epochs.Exists(epoch => epoch.ValidationLoss is not null) ? epochs.MinBy(epoch => epoch.ValidationLoss ?? double.PositiveInfinity)
        : null;

    internal void Add(in TrainingStep step)
    {
        stepLosses.Add(step.Loss);
        stepLearningRates.Add(step.LearningRate);
    }

    internal void Add(Epoch epoch) => epochs.Add(epoch);

    /// <summary>Whether no step has been made since the last finished epoch.</summary>
    internal bool IsBetweenEpochs => stepLosses.Count == (epochs.Count == 0 ? 0 : epochs[^1].Steps);

    internal void Replace(IEnumerable<Epoch> allEpochs, IEnumerable<float> losses, IEnumerable<float> learningRates)
    {
        epochs.Clear();
        epochs.AddRange(allEpochs);
        stepLosses.Clear();
        stepLosses.AddRange(losses);
        stepLearningRates.Clear();
        stepLearningRates.AddRange(learningRates);
    }

    internal void Reserve(int steps)
    {
        stepLosses.EnsureCapacity(stepLosses.Count + steps);
        stepLearningRates.EnsureCapacity(stepLearningRates.Count + steps);
    }

    /// <summary>A table of the epochs; of long runs, some of them.</summary>
    public override string ToString() => ((IShownAsTable)this).ToTable().ToText();

    Table IShownAsTable.ToTable()
    {
        int every = Math.Max(1, (int)Math.Ceiling(epochs.Count / (double)MostRowsShown));
        Table table = TableOf(epochs.Where(epoch => epoch.Number % every == 0 || epoch.Number == 1 || epoch.Number == epochs.Count));
        table.Note = $"{stepLosses.Count} steps, {epochs.Count} finished epochs";
        return table;
    }

    /// <summary>One row for each epoch.</summary>
    internal static Table TableOf(IEnumerable<Epoch> epochs)
    {
        Table table = new("epoch#", "loss#", "accuracy#", "validation loss#", "validation accuracy#", "learning rate#");
        foreach (Epoch epoch in epochs)
        {
            table.Add(Text(epoch.Number, "0"), Text(epoch.Loss, "G4"), Percent(epoch.Accuracy), Text(epoch.ValidationLoss, "G4"),
                Percent(epoch.ValidationAccuracy), Text(epoch.LearningRate, "G4"));
        }
        return table;
    }

    private static string Text(double? value, string format) => value?.ToString(format, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string Percent(double? value) => value is { } part ? Text(100 * part, "F1") + " %" : "";

    private double[] Column(Func<Epoch, double?> value) =>
        epochs.Exists(epoch => value(epoch) is not null) ? [.. epochs.Select(epoch => value(epoch) ?? double.NaN)] : [];
}
