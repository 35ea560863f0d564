using System.Globalization;

namespace NeuroLab.Training;

/// <summary>How far a run has come.</summary>
/// <param name="Step">Steps made in this run.</param>
/// <param name="StepCount">Steps the whole run will have.</param>
/// <param name="Epoch">The epoch of this run that is under way, counted from 1.</param>
/// <param name="EpochCount">Epochs the whole run will have.</param>
/// <param name="Loss">The loss of the last step.</param>
/// <param name="Elapsed">The time since the run began.</param>
/// <param name="Remaining">The time it will still take, if the rest is as fast as what was done so far.</param>
public readonly record struct TrainingProgress(int Step, int StepCount, int Epoch, int EpochCount, float Loss, TimeSpan Elapsed, TimeSpan Remaining)
{
    /// <summary>The part of the run that is done, from 0 to 1.</summary>
    public double Fraction => StepCount == 0 ? 1 : (double)Step / StepCount;

    /// <summary>One line, such as <c>epoch 3 of 30, step 60 of 690, loss 0.1284, 4 s left</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"epoch {Epoch} of {EpochCount}, step {Step} of {StepCount}, loss {Loss:G4}, {Math.Ceiling(Remaining.TotalSeconds):F0} s left");
}
