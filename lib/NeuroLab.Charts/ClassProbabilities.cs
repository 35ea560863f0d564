using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Charts;

/// <summary>The probabilities that a classifier gives, whether its outputs are probabilities already or still logits.</summary>
internal static class ClassProbabilities
{
    /// <summary>The probability of each class, (samples, classes); a single output is the probability of class 1.</summary>
    public static double[,] Of(Layer model, Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        var output = model.Predict(inputs);
        if (output.Shape.Rank != 2)
            throw new ArgumentException($"A classifier gives one row of numbers a sample, (samples, classes), but this one gives {output.Shape}.", nameof(model));
        var last = model;
        while (last is Sequential && last.Children.Count > 0)
            last = last.Children[^1];
        double[,] scores = Values.Matrix(output, nameof(model));
        return last switch
        {
            Sigmoid or Softmax => scores,
            LogSoftmax => Map(scores, Math.Exp),
            _ when scores.GetLength(1) == 1 => Map(scores, z => 1 / (1 + Math.Exp(-z))),
            _ => FromLogits(scores),
        };
    }

    /// <summary>The probability of class 1 of two.</summary>
    public static double[] OfClass1(Layer model, Tensor inputs)
    {
        double[,] all = Of(model, inputs);
        int classes = all.GetLength(1);
        if (classes > 2)
            throw new ArgumentException($"This chart shows two classes, one against the other, but the model tells {classes} apart.", nameof(model));
        return [.. Enumerable.Range(0, all.GetLength(0)).Select(sample => all[sample, classes - 1])];
    }

    /// <summary>p = exp(z - max z) / Σ exp(z - max z), row by row.</summary>
    public static double[,] FromLogits(double[,] logits)
    {
        int rows = logits.GetLength(0), classes = logits.GetLength(1);
        double[,] probabilities = new double[rows, classes];
        for (int row = 0; row < rows; row++)
        {
            double most = Enumerable.Range(0, classes).Max(c => logits[row, c]);
            double sum = Enumerable.Range(0, classes).Sum(c => Math.Exp(logits[row, c] - most));
            for (int c = 0; c < classes; c++)
                probabilities[row, c] = Math.Exp(logits[row, c] - most) / sum;
        }
        return probabilities;
    }

    private static double[,] Map(double[,] values, Func<double, double> function)
    {
        double[,] mapped = (double[,])values.Clone();
        for (int row = 0; row < mapped.GetLength(0); row++)
        {
            for (int column = 0; column < mapped.GetLength(1); column++)
                mapped[row, column] = function(mapped[row, column]);
        }
        return mapped;
    }
}
