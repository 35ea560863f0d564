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
        return Scatter(x, y, labels, data.ClassNames, title);
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

    private static (float[] X, float[] Y, int[] Labels) PlaneOf(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Inputs.Rank != 2 || data.Inputs.Shape[1] != 2)
            throw new ArgumentException($"Only samples with two inputs can be drawn in a plane, shape (samples, 2), but these have {data.Inputs.Shape}.", nameof(data));
        if (!data.HasLabels)
            throw new ArgumentException($"The colours come from labels, shape (samples), but the targets have {data.Targets.Shape}.", nameof(data));
        float[] inputs = data.Inputs.ToArray();
        return ([.. inputs.Where((_, i) => i % 2 == 0)], [.. inputs.Where((_, i) => i % 2 == 1)], [.. data.Targets.ToArray().Select(label => (int)label)]);
    }
}
