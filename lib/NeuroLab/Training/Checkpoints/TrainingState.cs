using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>How the state of a training run stands in a checkpoint, beside the model.</summary>
internal static class TrainingState
{
    private const string Prefix = "training.";
    private const string Run = Prefix + "epochs_of_run";
    private const string StepLosses = Prefix + "history.step_losses";
    private const string StepRates = Prefix + "history.step_learning_rates";
    private const string Epochs = Prefix + "history.epochs";
    private const int EpochColumns = 7;

    /// <summary>Whether a name is part of a run's state and not of a model.</summary>
    internal static bool IsOwn(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    internal static void Save(Trainer trainer, string path)
    {
        History history = trainer.History;
        double[] epochs = [.. history.Epochs.SelectMany(ToRow)];
        SafetensorsFile.Write(path,
        [
            .. StatesOf(trainer).Select(state => state.ToEntry()),
            SafetensorsEntry.OfLongs(Run, [], [trainer.EpochsOfRun]),
            SafetensorsEntry.OfSingles(StepLosses, [history.StepLosses.Count], [.. history.StepLosses]),
            SafetensorsEntry.OfSingles(StepRates, [history.StepLosses.Count], [.. history.StepLearningRates]),
            SafetensorsEntry.OfDoubles(Epochs, [history.Epochs.Count, EpochColumns], epochs),
        ],
            new Dictionary<string, string> { [Prefix + "optimizer"] = NameOf(trainer.Optimizer), [Prefix + "schedule"] = NameOf(trainer.Schedule) });
    }

    /// <returns>How many epochs of the run were done.</returns>
    internal static int Restore(Trainer trainer, string path)
    {
        CheckpointContents contents = new(SafetensorsFile.Read(path));
        if (contents.Find(Run) is null)
            throw new CheckpointException($"{path} holds a model, but not the state of a training run. Load the model with Checkpoint.Load, or give a file that trainer.Save has written.");
        CheckName(contents, "optimizer", NameOf(trainer.Optimizer));
        CheckName(contents, "schedule", NameOf(trainer.Schedule));

        double[] run = Numbers(contents, Run, []);
        double[] losses = Numbers(contents, StepLosses, [null]);
        double[] rates = Numbers(contents, StepRates, [losses.Length]);
        double[] epochs = Numbers(contents, Epochs, [null, EpochColumns]);
        if (!(run[0] >= 0 && run[0] <= epochs.Length / EpochColumns))
            throw new CheckpointException($"{path} states {run[0].ToString(CultureInfo.InvariantCulture)} finished epochs of the run, but holds {epochs.Length / EpochColumns} epochs. The file is damaged.");
        Epoch[] history = [.. epochs.Chunk(EpochColumns).Select(FromRow)];

        contents.LoadInto(StatesOf(trainer), $"this trainer of {trainer.Model}", name => name is not (Run or StepLosses or StepRates or Epochs));
        trainer.History.Replace(history, losses.Select(loss => (float)loss), rates.Select(rate => (float)rate));
        return (int)run[0];
    }

    private static List<NamedState> StatesOf(Trainer trainer) =>
    [
        .. NamedState.OfModel(trainer.Model),
        .. NamedState.OfBuffers(trainer.Model, persistent: false, Prefix + "buffers."),
        .. StatesOf("optimizer.", trainer.Optimizer.State, trainer.Optimizer.Counters),
        .. trainer.Schedule is { } schedule ? StatesOf("schedule.", schedule.State, schedule.Counters) : [],
    ];

    private static IEnumerable<NamedState> StatesOf(string prefix, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, Counter> counters) =>
        tensors.Select(item => new NamedState(Prefix + prefix + item.Key, item.Value))
            .Concat(counters.Select(item => new NamedState(Prefix + prefix + item.Key, item.Value)));

    private static string NameOf(object? part) => part?.GetType().Name ?? "none";

    private static void CheckName(CheckpointContents contents, string part, string expected)
    {
        if (contents.File.Metadata.GetValueOrDefault(Prefix + part) is { } saved && saved != expected)
            throw new CheckpointException($"{contents.File.Source} was saved with the {part} {saved}, but this trainer has {expected}: use the same. Nothing was changed.");
    }

    /// <summary>The numbers of an entry whose sizes are known, but for those given as null.</summary>
    private static double[] Numbers(CheckpointContents contents, string name, int?[] sizes)
    {
        SafetensorsEntry? entry = contents.Find(name);
        if (entry is not { HasNumbers: true } || entry.Sizes.Length != sizes.Length || sizes.Where((size, axis) => size is not null && size != entry.Sizes[axis]).Any())
            throw new CheckpointException($"{contents.File.Source} has no '{name}' of the shape it should have. The file is damaged, or was not written by trainer.Save.");
        return entry.Numbers();
    }

    private static double[] ToRow(Epoch epoch) =>
        [epoch.Number, epoch.Loss, epoch.Accuracy ?? double.NaN, epoch.ValidationLoss ?? double.NaN, epoch.ValidationAccuracy ?? double.NaN, epoch.LearningRate, epoch.Steps];

    private static Epoch FromRow(double[] row) => new((int)row[0], row[1], OrNull(row[2]), OrNull(row[3]), OrNull(row[4]), (float)row[5], (int)row[6]);

    private static double? OrNull(double value) => double.IsNaN(value) ? null : value;
}
