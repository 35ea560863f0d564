using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// A data set: inputs with the labels, or the values, that belong to them.
/// </summary>
/// <remarks>A data set shares its tensors and labels with whoever made it; treat them as fixed.</remarks>
public sealed partial class Dataset : Samples
{
    // More classes without a name are no classes: a label is wrong, or the labels are values.
    private const int FewClasses = 1000, MostClassesPerSample = 100;

    /// <summary>A data set of samples and their classes.</summary>
    /// <param name="inputs">The inputs, shape (samples, ...).</param>
    /// <param name="labels">The number of each sample's class, counted from 0.</param>
    /// <param name="classNames">What the classes are called, in order; the class numbers where none are given.</param>
    /// <exception cref="ShapeException">There are more labels than inputs, or fewer.</exception>
    /// <exception cref="ArgumentException">A label is negative, or has no class name.</exception>
    public Dataset(Tensor inputs, int[] labels, IEnumerable<string>? classNames = null)
        : this(inputs, labels, null, CheckLabels(labels, classNames?.ToArray()))
    {
    }

    /// <summary>A data set of samples and values.</summary>
    /// <param name="inputs">The inputs, shape (samples, ...).</param>
    /// <param name="targets">What should come out, shape (samples, ...): one number a sample is (samples, 1).</param>
    /// <exception cref="ShapeException">Inputs and targets don't hold equally many samples.</exception>
    public Dataset(Tensor inputs, Tensor targets)
        : this(inputs, null, targets, [])
    {
        if (targets.Rank < 2)
            throw new ShapeException($"The targets of a data set are values of shape (samples, ...), but were given with {targets.Shape}. One number a sample is shape (samples, 1): targets.Reshape(new Shape({targets.Length}, 1)). Classes are given as labels, whole numbers: targets.ToLabels().");
    }

    private Dataset(Tensor inputs, int[]? labels, Tensor? targets, IReadOnlyList<string> classNames)
        : base(inputs, labels, targets)
    {
        if (inputs.Rank < 2)
            throw new ShapeException($"The inputs of a data set have shape (samples, ...), but were given with {inputs.Shape}. One number a sample is shape (samples, 1): inputs.Reshape(new Shape({inputs.Length}, 1)).");
        ClassNames = classNames;
    }

    /// <summary>What the classes are called, in order. Empty where there are no labels.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of classes; 0 where there are no labels.</summary>
    public int ClassCount => ClassNames.Count;

    /// <summary>The same samples with other inputs, such as scaled ones.</summary>
    /// <param name="inputs">The inputs, shape (samples, ...).</param>
    /// <exception cref="ShapeException">There are more inputs than samples, or fewer.</exception>
    public Dataset WithInputs(Tensor inputs) => new(inputs, HasLabels ? Labels : null, HasTargets ? Targets : null, ClassNames);

    /// <summary>The same samples with each input seen in another shape. Nothing is copied.</summary>
    /// <param name="sample">The shape of one sample, such as <c>new Shape(("channel", 1), ("height", 8), ("width", 8))</c>.</param>
    /// <exception cref="ShapeException">A sample has more or fewer numbers than the shape.</exception>
    public Dataset WithSampleShape(Shape sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        int width = Inputs.Shape.Without(0).ElementCount;
        if (sample.ElementCount != width)
            throw new ShapeException($"Each sample of {this} holds {width} numbers, which can't be seen as {sample}: that holds {sample.ElementCount}.");
        return WithInputs(Inputs.Reshape(sample.WithFirst("samples", Count)));
    }

    /// <summary>The same samples seen as images, shape (samples, channel, height, width), as convolutions take them.</summary>
    /// <param name="channels">The number of channels: 1 for grey pictures.</param>
    /// <param name="height">Rows of pixels.</param>
    /// <param name="width">Columns of pixels.</param>
    public Dataset AsImages(int channels, int height, int width) =>
        WithSampleShape(new Shape(("channel", channels), ("height", height), ("width", width)));

    /// <summary>
    /// The same samples with their labels as targets too, a column of shape (samples, 1), for a model with a single output that
    /// answers yes (1) or no (0).
    /// </summary>
    /// <exception cref="InvalidOperationException">There are no labels, or more than two classes.</exception>
    public Dataset WithTargetColumn()
    {
        if (!HasLabels || ClassCount > 2)
            throw new InvalidOperationException($"A single output tells two classes apart, but this is {this}. Give the model one output a class and use CrossEntropyLoss.");
        Tensor column = new(new Shape(("samples", Count), ("out", 1)), [.. Labels.Select(label => (float)label)]);
        return new Dataset(Inputs, Labels, column, ClassNames);
    }

    /// <summary>The number of samples of each class.</summary>
    public int[] CountByClass()
    {
        int[] counts = new int[ClassCount];
        for (int sample = 0; HasLabels && sample < Count; sample++)
            counts[Labels[sample]]++;
        return counts;
    }

    /// <summary>Counts and shapes, such as <c>1797 samples, inputs (samples 1797, pixel 64), 10 classes</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count} samples, inputs {Inputs.Shape}, {(HasLabels ? $"{ClassCount} classes" : $"targets {Targets.Shape}")}");

    private static string[] CheckLabels(int[] labels, string[]? names)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (names is not null)
        {
            LabelCheck.Require(labels, names.Length, "give a name for each class");
            return names;
        }
        int largest = labels.DefaultIfEmpty(-1).Max();
        if (largest >= FewClasses + (long)MostClassesPerSample * labels.Length)
            throw new ArgumentException($"The largest label is {largest}, so there would be {largest + 1L} classes for {labels.Length} samples. Number the classes 0, 1, 2 and so on without gaps, or give their names, or give a Tensor of shape (samples, 1) where these are values.", nameof(labels));
        LabelCheck.Require(labels, Math.Max(1, largest + 1));
        return [.. Enumerable.Range(0, largest + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }
}
