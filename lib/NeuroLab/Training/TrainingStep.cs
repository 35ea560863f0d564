using System.Globalization;

namespace NeuroLab.Training;

/// <summary>One step of training: one batch forward, backward, and one step of the optimizer.</summary>
/// <param name="Number">Which step, counted from 1 over all runs of the trainer.</param>
/// <param name="Epoch">The epoch it belongs to, counted from 1.</param>
/// <param name="Loss">The loss of the batch, before the step changed the parameters.</param>
/// <param name="LearningRate">The rate with which the step was made.</param>
/// <param name="EndsEpoch">Whether it is the last step of its epoch; the epoch then stands in the history.</param>
public readonly record struct TrainingStep(int Number, int Epoch, float Loss, float LearningRate, bool EndsEpoch)
{
    /// <summary>One line, such as <c>step 12: loss 0.8312</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"step {Number}: loss {Loss:G4}");
}
