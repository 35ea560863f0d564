namespace NeuroLab.Tensors;

/// <summary>
/// What labels are: the number of each sample's class, counted from 0. Whoever takes labels has them checked here.
/// </summary>
public static class LabelCheck
{
    /// <summary>Refuses labels that no class has.</summary>
    /// <param name="labels">The labels, one a sample.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="remedy">What to do about it, besides counting from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative, or too large. The message says which.</exception>
    public static void Require(ReadOnlySpan<int> labels, int classes, string remedy = "")
    {
        if (FirstOutside(labels, classes) is >= 0 and int sample)
        {
            throw new ArgumentOutOfRangeException(nameof(labels),
                $"The label of sample {sample} is {labels[sample]}, but with {classes} classes labels are the whole numbers 0 to {classes - 1}. Count classes from 0{(remedy.Length > 0 ? $", and {remedy}" : "")}.");
        }
    }

    /// <summary>Refuses labels that don't belong to scores: not one a sample, or of a class that has no score.</summary>
    /// <param name="labels">The labels, one a sample.</param>
    /// <param name="scores">The shape of the scores, (batch, classes).</param>
    /// <param name="classes">How many classes there are, where that is not the number of scores: a single one can stand for no and yes.</param>
    /// <exception cref="ShapeException">There are more labels than samples, or fewer, or the scores have another shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative, or too large. The message says which.</exception>
    public static void RequireFit(ReadOnlySpan<int> labels, Shape scores, int? classes = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Rank != 2 || scores[1] == 0)
            throw new ShapeException($"Labels belong to scores of shape (batch, classes), but the scores have {scores}.");
        if (labels.Length != scores[0])
            throw new ShapeException($"Each sample has one label, so scores of shape {scores} have {scores[0]} labels, but {labels.Length} were given.");
        Require(labels, classes ?? scores[1], "give the last layer one output a class");
    }

    /// <summary>The place of the first number that is not from 0 to below a count, or -1.</summary>
    internal static int FirstOutside(ReadOnlySpan<int> numbers, int count)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if ((uint)numbers[i] >= (uint)count)
                return i;
        }
        return -1;
    }
}
