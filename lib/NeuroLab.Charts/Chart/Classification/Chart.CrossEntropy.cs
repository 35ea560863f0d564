using System.Text.Json.Nodes;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// From logits to the gradient of cross-entropy, sample by sample: logits z, probabilities p, the surprise -log p, and the
    /// gradient p - y that goes back. The right class is marked.
    /// </summary>
    /// <param name="logits">What the model gave, (samples, classes); the first 12 samples are shown.</param>
    /// <param name="labels">The number of each sample's right class.</param>
    /// <param name="classNames">What the classes are called; their numbers when null.</param>
    /// <param name="title">What to see; null for the loss of each sample.</param>
    /// <exception cref="ShapeException">There are more labels than samples, or fewer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative, or too large for the number of classes.</exception>
    /// <example>
    /// <code>
    /// Chart.CrossEntropy(model.Predict(test.Inputs), test.Labels);
    /// </code>
    /// </example>
    public static Figure CrossEntropy(Tensor logits, int[] labels, IReadOnlyList<string>? classNames = null, string? title = null)
    {
        double[,] scores = Values.Matrix(logits, nameof(logits));
        ArgumentNullException.ThrowIfNull(labels);
        LabelCheck.RequireFit(labels, logits.Shape);
        double[,] probabilities = ClassProbabilities.FromLogits(scores);
        int classes = scores.GetLength(1);
        string[] names = [.. Enumerable.Range(0, classes).Select(c => classNames?[c] ?? Words.Number(c))];
        return Slider(Enumerable.Range(0, Math.Min(12, labels.Length)).Select(n =>
        {
            double[] z = [.. Enumerable.Range(0, classes).Select(c => scores[n, c])];
            double[] p = [.. Enumerable.Range(0, classes).Select(c => probabilities[n, c])];
            double[] surprise = [.. p.Select(v => -Math.Log(Math.Max(v, 1e-30)))];
            double[] gradient = [.. p.Select((v, c) => v - (c == labels[n] ? 1 : 0))];
            var figure = Grid([
                ClassBars("Logits z", "z", names, z, labels[n]), ClassBars("Probabilities p = softmax(z)", "p", names, p, labels[n]),
                ClassBars("Surprise -log p: the marked bar is the loss", "-log p", names, surprise, labels[n]), ClassBars("Gradient p - y", "p - y", names, gradient, labels[n]),
            ]);
            string state = surprise[labels[n]] < 0.7 ? "is sure of the right class" : p.Max() == p[labels[n]] ? "is not sure" : "believes in another class";
            figure.Title = title ?? $"Sample {n}, a {names[labels[n]]}: the model {state}, loss {Words.Number(Math.Round(surprise[labels[n]], 3))}";
            return ($"sample {n}: {names[labels[n]]}", figure);
        }));
    }

    /// <summary>How often each class was taken for each: a row for every right class, a column for every answer.</summary>
    /// <param name="confusion">The counts, from <see cref="Metrics.Confusion"/>.</param>
    /// <param name="title">What to see; null for a sentence with the accuracy and the most common mistake.</param>
    public static Figure ConfusionMatrix(ConfusionMatrix confusion, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        int classes = confusion.ClassNames.Count;
        var pairs = Enumerable.Range(0, classes * classes).Select(i => (Right: i / classes, Answer: i % classes)).Where(pair => pair.Right != pair.Answer).ToArray();
        string most = "";
        if (pairs.Length > 0 && pairs.MaxBy(pair => confusion[pair.Right, pair.Answer]) is var worst && confusion[worst.Right, worst.Answer] > 0)
            most = $"; the most common mistake is {confusion.ClassNames[worst.Answer]} for {confusion.ClassNames[worst.Right]}";
        double[,] counts = Values.Matrix(confusion.Counts, nameof(confusion));
        var figure = Heatmap(counts, "right class", "answer", confusion.ClassNames, confusion.ClassNames, signed: false, printValues: classes <= 12,
            title: title ?? $"{Words.Number(Math.Round(100 * confusion.Accuracy, 1))} % of {confusion.Count} are right{most}");
        // Counts of mistakes are small beside the diagonal: the square root lets them show.
        var trace = (JsonObject)figure.Data[0]!;
        trace["z"] = Values.Json(Roots(counts));
        trace["customdata"] = Values.Json(counts);
        trace["text"] = trace["customdata"]!.DeepClone();
        if (classes <= 12)
            trace["texttemplate"] = "%{text}";
        trace["zmax"] = Math.Max(1, Math.Sqrt(counts.Cast<double>().Max()));
        ColorScale.Hide(trace);
        trace["hovertemplate"] = "right class %{y}<br>answer %{x}<br>%{customdata} samples<extra></extra>";
        return figure;
    }

    /// <summary>The pictures that a model got wrong, those it was surest of first, with the right class and the answer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Pictures, (samples, 1, height, width) or (samples, pixels) of square pictures, with labels.</param>
    /// <param name="most">How many are shown at most.</param>
    /// <param name="title">What to see; null for a sentence with the number of mistakes.</param>
    /// <exception cref="ArgumentException">The data have no labels or are no pictures, or the model made no mistake.</exception>
    public static Figure Mistakes(Layer model, Dataset data, int most = 16, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[,] probabilities = ClassProbabilities.Of(model, data.Inputs);
        int classes = probabilities.GetLength(1);
        int[] labels = LabelsOf(data, classes);
        string Name(int c) => data.ClassNames.Count > c ? data.ClassNames[c] : Words.Number(c);
        var wrong = Enumerable.Range(0, data.Count)
            .Select(n => (Sample: n, Answer: Enumerable.Range(0, classes).MaxBy(c => probabilities[n, c])))
            .Where(pair => pair.Answer != labels[pair.Sample]).OrderByDescending(pair => probabilities[pair.Sample, pair.Answer]).ToArray();
        if (wrong.Length == 0)
            throw new ArgumentException($"There is nothing to draw: the model is right on all {data.Count} samples. Look at other samples.", nameof(data));
        var shown = wrong.Take(most).ToArray();
        return ImageGrid(data.Inputs.Rows([.. shown.Select(pair => pair.Sample)]),
            [.. shown.Select(pair => $"{Name(labels[pair.Sample])}: says {Name(pair.Answer)}")], Math.Min(4, shown.Length), signed: false,
            title ?? $"{wrong.Length} of {data.Count} are read wrongly; these it was surest of");
    }

    private static Figure ClassBars(string title, string quantity, string[] names, double[] values, int right)
    {
        var figure = Bar(names, values, title).WithAxisTitles("class", quantity).WithSize(height: 300);
        figure.Data[0]!["marker"]!["color"] = Values.Json(Enumerable.Range(0, values.Length).Select(c => Palette.Color(c == right ? 1 : 0)));
        figure.AltText += $" The right class, {names[right]}, has {Words.Number(values[right])}.";
        return figure;
    }

    private static double[,] Roots(double[,] counts)
    {
        double[,] roots = (double[,])counts.Clone();
        for (int row = 0; row < roots.GetLength(0); row++)
        {
            for (int column = 0; column < roots.GetLength(1); column++)
                roots[row, column] = Math.Sqrt(roots[row, column]);
        }
        return roots;
    }

    private static int[] LabelsOf(Dataset data, int classes)
    {
        if (!data.HasLabels)
            throw new ArgumentException($"Right and wrong are told by labels, but these are {data}.", nameof(data));
        LabelCheck.Require(data.Labels, classes);
        return data.Labels;
    }
}
