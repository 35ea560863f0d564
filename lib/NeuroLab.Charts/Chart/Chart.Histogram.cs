using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>How many of the numbers fall into each of a row of equally wide bins.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="range">Where the first bin begins and the last ends; null for the smallest and the largest number.</param>
    /// <param name="name">What the numbers are; it stands in the legend.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">There are no finite numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">bins is below 1.</exception>
    /// <example>
    /// <code>
    /// Chart.Histogram(MathNet.Numerics.Distributions.Normal.Samples(new Random(1), 0, 1).Take(1000))
    ///     .WithAxisTitles("weight");
    /// </code>
    /// </example>
    public static Figure Histogram<T>(
        IEnumerable<T> values, int bins = 30, (double From, double To)? range = null, string name = "", string title = "")
        where T : INumber<T> => Histogram([(name, values)], bins, range, title);

    /// <summary>The histogram of all elements of a tensor.</summary>
    /// <inheritdoc cref="Histogram{T}(IEnumerable{T}, int, ValueTuple{double, double}?, string, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Figure Histogram(
        Tensor values, int bins = 30, (double From, double To)? range = null, string name = "", string title = "")
    {
        ArgumentNullException.ThrowIfNull(values);
        return Histogram(values.ToArray(), bins, range, name, title);
    }

    /// <summary>Several histograms over each other, with the same bins.</summary>
    /// <param name="series">Pairs of a name and its numbers.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="range">Where the first bin begins and the last ends; null for the smallest and the largest number of all.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">There are no finite numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">bins is below 1.</exception>
    public static Figure Histogram<T>(
        IEnumerable<(string Name, IEnumerable<T> Values)> series, int bins = 30, (double From, double To)? range = null, string title = "")
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var groups = series.Select(s => (s.Name, Values: Values.From(s.Values, nameof(series)))).ToArray();
        var (from, to) = range ?? Spread(groups.SelectMany(g => g.Values));
        if (!(from < to))
            throw new ArgumentException($"The range of a histogram goes up; {Words.Number(from)} to {Words.Number(to)} was given.", nameof(range));

        double width = (to - from) / bins;
        var figure = new Figure(title).WithAxisTitles("value", "count").WithRange(x: (from, to));
        figure.Layout["barmode"] = "overlay";
        figure.Layout["bargap"] = 0;
        foreach (var (name, values) in groups)
        {
            var (counts, outside) = Count(values, bins, from, to);
            string color = Palette.Color(figure.Data.Count);
            figure.Add(new JsonObject
            {
                ["type"] = "bar",
                ["name"] = Words.Escape(name),
                ["showlegend"] = name.Length > 0,
                ["x"] = Values.Json(Enumerable.Range(0, bins).Select(bin => from + ((bin + 0.5) * width))),
                ["y"] = Values.Json(counts.Select(count => (double)count)),
                ["width"] = width,
                ["opacity"] = groups.Length > 1 ? 0.65 : 0.9,
                ["marker"] = new JsonObject
                {
                    ["color"] = color,
                    ["line"] = new JsonObject { ["color"] = color, ["width"] = 1 },
                },
                ["hovertemplate"] = "%{y} near %{x}<extra></extra>",
            }, DescribeCounts(name, values, counts, outside, from, width));
        }
        return figure;
    }

    private static (double From, double To) Spread(IEnumerable<double> values)
    {
        double[] finite = Values.Finite(values);
        if (finite.Length == 0)
            throw new ArgumentException("There is nothing to draw: none of the numbers is finite. Look for NaN or infinity in them.", nameof(values));
        double from = finite.Min(), to = finite.Max();
        return from < to ? (from, to) : (from - 0.5, to + 0.5);
    }

    private static (int[] Counts, int Outside) Count(double[] values, int bins, double from, double to)
    {
        int[] counts = new int[bins];
        int outside = 0;
        foreach (double value in values)
        {
            if (value >= from && value <= to)
                counts[Math.Min((int)((value - from) / (to - from) * bins), bins - 1)]++;
            else
                outside++;
        }
        return (counts, outside);
    }

    private static string DescribeCounts(string name, double[] values, int[] counts, int outside, double from, double width)
    {
        int peak = Array.IndexOf(counts, counts.Max());
        double[] finite = Values.Finite(values);
        return Words.Join(
            $"{Words.Name("Histogram", name)} of {Words.Count(values.Length, "number")}" +
            (finite.Length == 0 ? ", none finite." : $", mean {Words.Number(finite.Average())}, from {Words.Number(finite.Min())} to {Words.Number(finite.Max())}, " +
            $"most of them ({counts[peak]}) near {Words.Number(from + ((peak + 0.5) * width))}."),
            outside > 0 ? $"{Words.Count(outside, "number")} not finite or outside the range drawn." : "");
    }
}
