namespace NeuroLab.Training;

public sealed partial class Trainer
{
    private int epochsToSkip;

    /// <summary>How many epochs of the run that is under way, or was the last, are done.</summary>
    internal int EpochsOfRun { get; private set; }

    /// <summary>
    /// Saves everything that is needed to go on with this training later: the model, the states of optimizer and schedule, and
    /// the history. Call it between two epochs, such as in the body of the loop.
    /// </summary>
    /// <param name="path">Where to, such as <c>run.safetensors</c>. The file is written as a whole or not at all.</param>
    /// <exception cref="InvalidOperationException">The run is in the middle of an epoch.</exception>
    public void Save(string path)
    {
        if (!History.IsBetweenEpochs)
            throw new InvalidOperationException($"Training can go on from the end of an epoch only, but {History.StepLosses.Count} steps have been made and epoch {History.Epochs.Count} ended before. Save in the body of a loop over trainer.Run, or at the step that ends an epoch.");
        TrainingState.Save(this, path);
    }

    /// <summary>
    /// Goes back to where <see cref="Save"/> was called. The next run then goes on with the epochs that were left: call it
    /// with the same arguments as the run that was stopped, and with a generator in the state it had when that run began, and every
    /// bit will be as if it had never been stopped. On any error everything stays as it was.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointException">The file is broken, or belongs to another model, optimizer or schedule. The message lists what is missing, extra, or of another shape.</exception>
    public void Restore(string path) => EpochsOfRun = epochsToSkip = TrainingState.Restore(this, path);

    /// <summary>Begins a run.</summary>
    /// <returns>How many of its epochs were done before it was stopped and restored.</returns>
    internal int BeginRun()
    {
        EpochsOfRun = epochsToSkip;
        epochsToSkip = 0;
        return EpochsOfRun;
    }

    internal void EndEpoch() => EpochsOfRun++;
}
