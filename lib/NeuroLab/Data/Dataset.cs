using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Samples to learn from: inputs, and the targets that belong to them.
/// </summary>
/// <remarks>
/// Targets of shape (samples) are labels: the number of each sample's class, counted from 0. Targets of any other shape
/// (samples, ...) are values. A data set shares its tensors with whoever made it; treat them as fixed.
/// </remarks>
public sealed partial class Dataset
{
    // More classes without a name are no classes: a label is wrong, or the targets are values.
    private const int FewClasses = 1000, MostClassesPerSample = 100;

    /// <summary>A data set of the given inputs and targets.</summary>
    /// <param name="inputs">The inputs, shape (samples, ...).</param>
    /// <param name="targets">Labels, shape (samples), or values, shape (samples, ...).</param>
    /// <param name="classNames">What the classes are called, in order; the class numbers where none are given.</param>
    /// <exception cref="ShapeException">Inputs and targets don't hold equally many samples.</exception>
    /// <exception cref="ArgumentException">A label is not a whole number from 0, or has no class name.</exception>
    public Dataset(Tensor inputs, Tensor targets, IEnumerable<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Rank < 2)
            throw new ShapeException($"The inputs of a data set have shape (samples, ...), but were given with {inputs.Shape}. One number a sample is shape (samples, 1): inputs.Reshape(new Shape({inputs.Length}, 1)).");
        if (targets.Rank < 1 || targets.Shape[0] != inputs.Shape[0])
            throw new ShapeException($"A data set needs one target a sample, but there are {inputs.Shape[0]} inputs {inputs.Shape} and targets {targets.Shape}.");
        Inputs = inputs;
        Targets = targets;
        string[]? names = classNames?.ToArray();
        ClassNames = HasLabels ? CheckLabels(targets, names) : names ?? [];
    }

    /// <summary>The inputs, shape (samples, ...).</summary>
    public Tensor Inputs { get; }

    /// <summary>The targets: labels of shape (samples), or values of shape (samples, ...).</summary>
    public Tensor Targets { get; }

    /// <summary>What the classes are called, in order. Empty where the targets are plain values.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Whether the targets are labels, shape (samples), as <c>CrossEntropyLoss</c> takes them.</summary>
    public bool HasLabels => Targets.Rank == 1;

    /// <summary>The number of samples.</summary>
    public int Count => Inputs.Shape[0];

    /// <summary>The number of classes; 0 where the targets are plain values.</summary>
    public int ClassCount => ClassNames.Count;

    /// <summary>The label of each sample as a whole number; empty where the targets are values.</summary>
    public int[] Labels => HasLabels ? [.. Targets.ToArray().Select(label => (int)label)] : [];

    /// <summary>The same samples with each input seen in another shape. Nothing is copied.</summary>
    /// <param name="sample">The shape of one sample, such as <c>new Shape(("channel", 1), ("height", 8), ("width", 8))</c>.</param>
    /// <exception cref="ShapeException">A sample has more or fewer numbers than the shape.</exception>
    public Dataset WithSampleShape(Shape sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        int width = Inputs.Shape.Without(0).ElementCount;
        if (sample.ElementCount != width)
            throw new ShapeException($"Each sample of {this} holds {width} numbers, which can't be seen as {sample}: that holds {sample.ElementCount}.");
        (string?, int)[] axes = [("samples", Count), .. Enumerable.Range(0, sample.Rank).Select(axis => (sample.NameOf(axis), sample[axis]))];
        return new Dataset(Inputs.Reshape(new Shape(axes)), Targets, ClassNames);
    }

    /// <summary>The same samples seen as images, shape (samples, channel, height, width), as convolutions take them.</summary>
    /// <param name="channels">The number of channels: 1 for grey pictures.</param>
    /// <param name="height">Rows of pixels.</param>
    /// <param name="width">Columns of pixels.</param>
    public Dataset AsImages(int channels, int height, int width) =>
        WithSampleShape(new Shape(("channel", channels), ("height", height), ("width", width)));

    /// <summary>
    /// The same samples with the labels as a column of values, shape (samples, 1), for a model with a single output that
    /// answers yes (1) or no (0).
    /// </summary>
    /// <exception cref="InvalidOperationException">The targets are no labels, or there are more than two classes.</exception>
    public Dataset WithTargetColumn()
    {
        if (!HasLabels || ClassCount > 2)
            throw new InvalidOperationException($"A single output tells two classes apart, but this is {this}. Give the model one output a class and use CrossEntropyLoss.");
        return new Dataset(Inputs, Targets.Reshape(new Shape(("samples", Count), ("out", 1))), ClassNames);
    }

    /// <summary>The number of samples of each class.</summary>
    public int[] CountByClass()
    {
        int[] counts = new int[ClassCount];
        for (int sample = 0; ClassCount > 0 && sample < Count; sample++)
            counts[(int)Targets.Values[sample]]++;
        return counts;
    }

    /// <summary>Counts and shapes, such as <c>1797 samples, inputs (samples 1797, pixel 64), 10 classes</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count} samples, inputs {Inputs.Shape}, {(ClassCount > 0 ? $"{ClassCount} classes" : $"targets {Targets.Shape}")}");

    private static string[] CheckLabels(Tensor targets, string[]? names)
    {
        int classes = names?.Length ?? 0;
        for (int sample = 0; sample < targets.Length; sample++)
        {
            float label = targets.Values[sample];
            if (!(label >= 0 && label < 1 << 24) || label != MathF.Floor(label))
                throw new ArgumentException($"Targets of shape (samples) are labels, whole numbers from 0, but the target of sample {sample} is {label.ToString(CultureInfo.InvariantCulture)}. For values give shape (samples, 1): targets.Reshape(new Shape({targets.Length}, 1)).", nameof(targets));
            if (names is null)
                classes = Math.Max(classes, (int)label + 1);
            else if (label >= classes)
                throw new ArgumentException($"Sample {sample} has the label {label.ToString(CultureInfo.InvariantCulture)}, but there are names for {classes} classes, 0 to {classes - 1}: name every class, and count them from 0.", nameof(targets));
        }
        if (names is null && classes > FewClasses + (long)MostClassesPerSample * targets.Length)
            throw new ArgumentException($"The largest label is {classes - 1}, so there would be {classes} classes for {targets.Length} samples. Number the classes 0, 1, 2 and so on without gaps, or give their names, or give values the shape (samples, 1).", nameof(targets));
        return names ?? [.. Enumerable.Range(0, classes).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }
}
