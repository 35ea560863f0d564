using NeuroLab.Data;

namespace NeuroLab.Training;

/// <summary>How a run of a <see cref="Trainer"/> goes through its samples.</summary>
/// <param name="Epochs">How many times all samples are gone through; 1 or more.</param>
/// <param name="BatchSize">The number of samples in a step; the last batch of an epoch may be smaller, see <see cref="DropLast"/>.</param>
/// <param name="Random">Where each epoch's order of samples comes from; null keeps the order of the data set.</param>
/// <param name="Validation">Samples that are not learned from, on which the model is judged after each epoch.</param>
/// <example>
/// <code>
/// trainer.Run(train, new(Epochs: 30, BatchSize: 64, random, validation))
/// </code>
/// </example>
public sealed record TrainingOptions(int Epochs, int BatchSize, Random? Random = null, Dataset? Validation = null)
{
    /// <summary>Whether the samples that are left over after the last whole batch of an epoch are not trained on. Shuffled, they are others each time.</summary>
    public bool DropLast { get; init; }

    /// <summary>Changes the pictures of each training batch at random, as <see cref="Random"/> says; those of the validation stay as they are, and must have the size that the model takes.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>Told of every step.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Stops the run between two steps.</summary>
    public CancellationToken Cancellation { get; init; }
}
