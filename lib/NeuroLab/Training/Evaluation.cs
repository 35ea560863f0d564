using System.Globalization;

namespace NeuroLab.Training;

/// <summary>How well a model does on samples, without learning from them.</summary>
/// <param name="Loss">The mean loss over the samples.</param>
/// <param name="Accuracy">The part classified right; null where there are no classes.</param>
/// <param name="Count">The number of samples.</param>
public sealed record Evaluation(double Loss, double? Accuracy, int Count)
{
    /// <summary>One line, such as <c>loss 0.1533, accuracy 95.8 % of 360 samples</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"loss {Loss:G4}{(Accuracy is { } accuracy ? $", accuracy {(100 * accuracy).ToString("F1", CultureInfo.InvariantCulture)} %" : "")} of {Count} samples");
}
