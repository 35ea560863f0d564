using System.Globalization;
using System.Text;
using NeuroLab.Display;

namespace NeuroLab.Training;

/// <summary>One pass over the training samples, and what it led to.</summary>
/// <param name="Number">Which epoch, counted from 1 over all runs of the trainer.</param>
/// <param name="Loss">The training loss: the mean over all samples, each seen while the parameters were still changing.</param>
/// <param name="Accuracy">The part of the training samples that was classified right, seen likewise; null where there are no classes.</param>
/// <param name="ValidationLoss">The mean loss over the validation samples after the epoch; null without validation.</param>
/// <param name="ValidationAccuracy">The part of the validation samples classified right after the epoch; null without validation or classes.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="Steps">The number of steps made from the first epoch to the end of this one.</param>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Epoch(int Number, double Loss, double? Accuracy, double? ValidationLoss, double? ValidationAccuracy, float LearningRate, int Steps) : IShownAsTable
{
    /// <summary>One line, such as <c>epoch 3: loss 0.1284, accuracy 96.9 %, validation loss 0.1533, validation accuracy 95.8 %</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new(string.Create(CultureInfo.InvariantCulture, $"epoch {Number}: loss {Loss:G4}"));
        if (Accuracy is { } accuracy)
            text.Append(CultureInfo.InvariantCulture, $", accuracy {100 * accuracy:F1} %");
        if (ValidationLoss is { } validationLoss)
            text.Append(CultureInfo.InvariantCulture, $", validation loss {validationLoss:G4}");
        if (ValidationAccuracy is { } validationAccuracy)
            text.Append(CultureInfo.InvariantCulture, $", validation accuracy {100 * validationAccuracy:F1} %");
        return text.ToString();
    }

    Table IShownAsTable.ToTable() => History.TableOf([this]);
}
