using System.Numerics;
using NeuroLab.Data;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>The samples of a data set with two inputs, with the colour and the symbol of their class.</summary>
    /// <param name="data">The samples: inputs (samples, 2), with labels.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The inputs have another shape, or there are no labels.</exception>
    /// <example>
    /// <code>
    /// Chart.Scatter(Synthetic.Moons(200, new MersenneTwister(1)), "Two half moons, one reaching into the other");
    /// </code>
    /// </example>
    public static Figure Scatter(Dataset data, string title = "")
    {
        var (x, y, labels) = PlaneOf(data);
        return Scatter(x, y, labels, data.ClassNames, title).WithAxisTitles("x1", "x2");
    }

    /// <inheritdoc cref="DecisionBoundary{TX, TY}(Func{double, double, double}, IEnumerable{TX}, IEnumerable{TY}, IEnumerable{int}, string)"/>
    /// <param name="data">The samples: inputs (samples, 2), with the labels 0 and 1.</param>
    /// <param name="probability">The probability of class 1 at (x, y), from 0 to 1.</param>
    /// <param name="title">What to see in the figure.</param>
    public static Figure DecisionBoundary(Func<double, double, double> probability, Dataset data, string title = "")
    {
        var (x, y, labels) = PlaneOf(data);
        return DecisionBoundary(probability, x, y, labels, title);
    }

    /// <summary>The samples of a data set of pictures, each with the name of its class.</summary>
    /// <param name="data">The samples: inputs (samples, 1, height, width), or (samples, pixels) of square pictures.</param>
    /// <param name="captions">A short caption for each picture; null for the names of the classes.</param>
    /// <param name="columns">How many stand in a row; null to choose.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The inputs are not pictures, or the captions don't fit.</exception>
    /// <example>
    /// <code>
    /// Chart.ImageGrid(Datasets.OptDigits().Subset(0..24), title: "The first 24 digits");
    /// </code>
    /// </example>
    public static Figure ImageGrid(Dataset data, IEnumerable<string>? captions = null, int? columns = null, string title = "")
    {
        ArgumentNullException.ThrowIfNull(data);
        string[] names = [.. captions ?? LabelsOrNone(data).Select(label => data.ClassNames[label])];
        return ImageGrid(data.Inputs, names.Length > 0 ? names : null, columns, signed: null, title);
    }

    /// <summary>The histogram of one number a sample, such as the output of a neuron, with a colour for each class.</summary>
    /// <param name="values">The numbers, one a sample.</param>
    /// <param name="data">The samples, with labels.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="range">Where the first bin begins and the last ends; null for the smallest and the largest number of all.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">There are more numbers than samples, or fewer; or there are no labels.</exception>
    public static Figure HistogramByClass<T>(
        IEnumerable<T> values, Dataset data, int bins = 30, (double From, double To)? range = null, string title = "")
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        double[] numbers = Values.From(values, nameof(values));
        int[] labels = LabelsOrNone(data);
        if (labels.Length != numbers.Length)
        {
            throw new ArgumentException(
                $"Each number belongs to a labelled sample, but there are {Words.Count(numbers.Length, "number")} and {Words.Count(labels.Length, "label")}.", nameof(values));
        }

        return Histogram(data.ClassNames.Select((name, label) => (name, numbers.Where((_, sample) => labels[sample] == label))), bins, range, title);
    }

    private static int[] LabelsOrNone(Dataset data) => data.HasLabels ? data.Labels : [];

    private static (float[] X, float[] Y, int[] Labels) PlaneOf(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Inputs.Rank != 2 || data.Inputs.Shape[1] != 2)
            throw new ArgumentException($"Only samples with two inputs can be drawn in a plane, shape (samples, 2), but these have {data.Inputs.Shape}.", nameof(data));
        if (!data.HasLabels)
            throw new ArgumentException($"The colours come from labels, but these are {data}.", nameof(data));
        float[] inputs = data.Inputs.ToArray();
        return ([.. inputs.Where((_, i) => i % 2 == 0)], [.. inputs.Where((_, i) => i % 2 == 1)], data.Labels);
    }
}
