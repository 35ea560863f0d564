using System.Numerics;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>A line through points.</summary>
    /// <param name="x">The x of each point, in order.</param>
    /// <param name="y">The y of each point; NaN leaves a gap.</param>
    /// <param name="name">What the line shows; it stands in the legend.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">x and y differ in length, or are empty.</exception>
    /// <example>
    /// <code>
    /// double[] x = Enumerable.Range(-50, 101).Select(i => i / 10.0).ToArray();
    /// Chart.Line(x, x.Select(Math.Tanh), "tanh").AddLine(x, x.Select(v => 1 - Math.Tanh(v) * Math.Tanh(v)), "its slope")
    ///     .WithTitle("Far from zero tanh is flat, and its slope vanishes")
    ///     .WithAxisTitles("z", "tanh(z)");
    /// </code>
    /// </example>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string name = "", string title = "")
        where TX : INumber<TX>
        where TY : INumber<TY> => new Figure(title).AddLine(x, y, name);

    /// <summary>A line through numbers that stand at 0, 1, 2, ...</summary>
    /// <param name="y">The numbers; NaN leaves a gap.</param>
    /// <param name="name">What the line shows; it stands in the legend.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">y is empty.</exception>
    public static Figure Line<T>(IEnumerable<T> y, string name = "", string title = "") where T : INumber<T>
    {
        double[] ys = Values.From(y, nameof(y));
        return Line(Enumerable.Range(0, ys.Length), ys, name, title);
    }

    /// <summary>Several lines over the same x, each with a name.</summary>
    /// <param name="x">The x of the points of every line.</param>
    /// <param name="series">Pairs of a name and the y of each point.</param>
    /// <exception cref="ArgumentException">x and a y differ in length, or are empty; or no line is given.</exception>
    /// <example>
    /// <code>
    /// int[] epoch = [0, 1, 2, 3];
    /// Chart.Line(epoch, ("rate 0.1", [2.3, 1.1, 0.6, 0.4]), ("rate 1", [2.3, 1.9, 2.6, 3.1]));
    /// </code>
    /// </example>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, params ReadOnlySpan<(string Name, IEnumerable<TY> Y)> series)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        if (series.IsEmpty)
            throw new ArgumentException("There is nothing to draw: give at least one line, as (\"name\", numbers).", nameof(series));
        double[] xs = Values.From(x, nameof(x));
        var figure = new Figure();
        foreach (var (name, y) in series)
            figure.AddLine(xs, y, name);
        return figure;
    }
}
