using NeuroLab.Data;
using NeuroLab.Inspection;
using NeuroLab.Layers;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    private const int PicturesOfCurves = 12;

    // Pictures that are wrong at this part of the moments are those whose answers change.
    private const double PartWrong = 0.4;

    /// <summary>
    /// Training and validation loss with the best epoch, beside some pictures with what the model answered at that moment: one
    /// slider for both.
    /// </summary>
    /// <param name="history">What the run recorded, with validation.</param>
    /// <param name="recorder">The parameters, recorded once before training and then after each epoch.</param>
    /// <param name="model">The model that was trained.</param>
    /// <param name="pictures">Pictures with labels; twelve are shown whose answers change.</param>
    /// <param name="title">What to see; null for the moment that is shown.</param>
    /// <exception cref="ArgumentException">There are no epochs or no validation, or the recorder holds other moments than those of the run.</exception>
    /// <example>
    /// <code>
    /// recorder.Record("start");
    /// foreach (Epoch epoch in trainer.Run(train, new(20, 64, random, validation)))
    ///     recorder.Record($"epoch {epoch.Number}");
    /// Chart.TrainingCurves(trainer.History, recorder, model, validation);
    /// </code>
    /// </example>
    public static Figure TrainingCurves(History history, WeightRecorder recorder, Layer model, Dataset pictures, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(pictures);
        // The mark of the loss curve: accuracy can be best elsewhere.
        if (history.Epochs.Where(epoch => epoch.ValidationLoss is not null).MinBy(epoch => epoch.ValidationLoss) is not { } best)
            throw new ArgumentException("The best epoch is that of the lowest validation loss: run the trainer with validation data.", nameof(history));
        if (Replay.SnapshotsOf(recorder)[^1].Index != history.Epochs.Count)
        {
            throw new ArgumentException(
                $"The recorder holds {recorder.RecordCount} moments for {history.Epochs.Count} epochs. Record once before training and once after each epoch.", nameof(recorder));
        }

        var answers = Replay.Each(recorder, Animation.MostFrames, snapshot => (snapshot.Index, Classes: model.PredictClasses(pictures.Inputs)));
        int[] labels = LabelsOf(pictures, Math.Max(pictures.ClassCount, 2));
        int[] hard = [.. Enumerable.Range(0, pictures.Count).OrderBy(n => Math.Abs((answers.Count(answer => answer.Seen.Classes[n] != labels[n]) / (double)answers.Length) - PartWrong)).Take(PicturesOfCurves)];
        var images = pictures.Inputs.Rows(hard);
        return Animate(answers.Select(answer =>
        {
            int epoch = answer.Seen.Index;
            var curves = LossCurve(history, title: "Loss").WithVerticalLine(epoch);
            string[] captions = [.. hard.Select(n => answer.Seen.Classes[n] == labels[n] ? $"{labels[n]}: right" : $"{labels[n]}: says {answer.Seen.Classes[n]}")];
            var shown = ImageGrid(images, captions, columns: 4, signed: false, title: "Pictures it learns to read late");
            shown.KeepAspect(1);
            curves.KeepAspect(1.05);
            var figure = SideBySide(curves, shown);
            int right = answer.Seen.Classes.Zip(labels).Count(pair => pair.First == pair.Second);
            string state = epoch == best.Number ? " This is the best epoch" : epoch == 0 ? " Before training" : epoch < best.Number ? " Better ones will come" : $" Epoch {best.Number} was the best";
            figure.Title = title ?? $"{answer.Label}: {right} of {labels.Length} right.{state}";
            return (answer.Label, figure);
        }));
    }
}
