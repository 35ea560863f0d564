using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>Numbers that say how good predictions are.</summary>
public static class Metrics
{
    /// <summary>The part of the samples that were classified right.</summary>
    /// <param name="prediction">
    /// Scores of any kind (logits, probabilities), shape (batch, classes): the class with the highest score is the answer.
    /// A single output, shape (batch, 1), answers 1 where it is above the threshold, else 0.
    /// </param>
    /// <param name="labels">The number of each sample's right class.</param>
    /// <param name="threshold">Where a single output changes from 0 to 1: 0.5 for probabilities, 0 for logits.</param>
    /// <exception cref="ShapeException">The two don't fit together.</exception>
    public static double Accuracy(Tensor prediction, int[] labels, double threshold = 0.5)
    {
        Check(prediction, labels);
        return (double)CountRight(prediction, labels, threshold) / labels.Length;
    }

    /// <summary>The part of the samples whose right class is among the k with the highest scores.</summary>
    /// <param name="prediction">Scores, shape (batch, classes).</param>
    /// <param name="labels">The number of each sample's right class.</param>
    /// <param name="k">How many answers count; 1 is <see cref="Accuracy"/>.</param>
    /// <exception cref="ShapeException">The two don't fit together.</exception>
    public static double TopK(Tensor prediction, int[] labels, int k)
    {
        Check(prediction, labels);
        int classes = prediction.Shape[1];
        if (k < 1 || k > classes)
            throw new ArgumentOutOfRangeException(nameof(k), $"k counts the best answers of {classes} classes, so it lies between 1 and {classes}, but {k} was given.");
        int right = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            ReadOnlySpan<float> scores = prediction.Values.Slice(sample * classes, classes);
            int label = labels[sample], better = 0;
            for (int other = 0; other < classes; other++)
            {
                // Of equal scores the first comes first, as in ArgMax. A score that is not a number beats nothing.
                if (scores[other] > scores[label] || (scores[other] == scores[label] && other < label))
                    better++;
            }
            if (better < k && !float.IsNaN(scores[label]))
                right++;
        }
        return (double)right / labels.Length;
    }

    /// <summary>Which class was taken for which.</summary>
    /// <param name="prediction">Scores, shape (batch, classes), or (batch, 1) for two classes.</param>
    /// <param name="labels">The number of each sample's right class.</param>
    /// <param name="classNames">What the classes are called; their numbers where none are given.</param>
    /// <param name="threshold">Where a single output changes from 0 to 1.</param>
    /// <exception cref="ShapeException">The two don't fit together.</exception>
    public static ConfusionMatrix Confusion(Tensor prediction, int[] labels, IReadOnlyList<string>? classNames = null, double threshold = 0.5)
    {
        Check(prediction, labels);
        int classes = Math.Max(2, prediction.Shape[1]);
        int[,] counts = new int[classes, classes];
        for (int sample = 0; sample < labels.Length; sample++)
            counts[labels[sample], ClassOf(prediction, sample, threshold)]++;
        return new ConfusionMatrix(counts, classNames);
    }

    /// <summary>The class that each sample's scores speak for.</summary>
    /// <param name="prediction">Scores, shape (batch, classes), or (batch, 1) for two classes.</param>
    /// <param name="threshold">Where a single output changes from 0 to 1.</param>
    public static int[] ArgMax(Tensor prediction, double threshold = 0.5)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        if (!AreScores(prediction.Shape))
            throw new ShapeException($"Scores have shape (batch, classes), but were given with {prediction.Shape}.");
        return [.. Enumerable.Range(0, prediction.Shape[0]).Select(sample => ClassOf(prediction, sample, threshold))];
    }

    /// <summary>The number of samples classified right; shapes have been checked.</summary>
    internal static int CountRight(Tensor prediction, ReadOnlySpan<int> labels, double threshold)
    {
        if (WebKernels.AreThere && prediction.Shape[1] > 1)
            return WebKernels.CountRight(prediction.Values, labels, prediction.Shape[1]);
        int right = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            if (ClassOf(prediction, sample, threshold) == labels[sample])
                right++;
        }
        return right;
    }

    /// <summary>Whether a prediction has the shape of scores: then it answers with a class.</summary>
    internal static bool AreScores(Shape prediction) => prediction.Rank == 2 && prediction[1] > 0;

    private static int ClassOf(Tensor prediction, int sample, double threshold)
    {
        int classes = prediction.Shape[1];
        ReadOnlySpan<float> scores = prediction.Values.Slice(sample * classes, classes);
        return classes == 1 ? (scores[0] > threshold ? 1 : 0) : Rows.IndexOfMax(scores);
    }

    private static void Check(Tensor prediction, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(labels);
        LabelCheck.RequireFit(labels, prediction.Shape, AreScores(prediction.Shape) ? Math.Max(2, prediction.Shape[1]) : null);
        if (labels.Length == 0)
            throw new ShapeException("There are no samples: which part of nothing is right can't be said.");
    }
}
