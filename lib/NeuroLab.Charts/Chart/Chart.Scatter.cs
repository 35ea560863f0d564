using System.Numerics;
using System.Runtime.CompilerServices;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>Points. Chain <see cref="Figure.AddLine{TX, TY}"/> to draw a fitted line through them.</summary>
    /// <param name="x">The x of each point.</param>
    /// <param name="y">The y of each point.</param>
    /// <param name="name">What the points are; it stands in the legend.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">x and y differ in length, or are empty.</exception>
    /// <example>
    /// <code>
    /// double[] x = [0, 1, 2, 3], y = [1.1, 2.9, 5.2, 6.8];
    /// Chart.Scatter(x, y, "data").AddLine(x, x.Select(v => 2 * v + 1), "y = 2x + 1");
    /// </code>
    /// </example>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string name = "", string title = "")
        where TX : INumber<TX>
        where TY : INumber<TY> => new Figure(title).AddScatter(x, y, name);

    /// <summary>Points with the colour and the symbol of their class.</summary>
    /// <param name="x">The x of each point.</param>
    /// <param name="y">The y of each point.</param>
    /// <param name="labels">The class of each point, from 0.</param>
    /// <param name="classNames">The name of each class; their numbers when null.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">x, y and labels differ in length, or are empty; or a label has no class name.</exception>
    /// <example>
    /// <code>
    /// Chart.Scatter([1.4, 4.7, 6.0], [0.2, 1.4, 2.5], [0, 1, 2], ["setosa", "versicolor", "virginica"]);
    /// </code>
    /// </example>
    public static Figure Scatter<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<int> labels, IReadOnlyList<string>? classNames = null, string title = "")
        where TX : INumber<TX>
        where TY : INumber<TY> => new Figure(title).AddClasses(x, y, labels, classNames);

    /// <summary>Points with the colour and the symbol of their class.</summary>
    /// <param name="points">The points, (points, 2): one row a point, its x and its y.</param>
    /// <param name="labels">The class of each point, from 0.</param>
    /// <param name="classNames">The name of each class; their numbers when null.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, or the labels don't fit.</exception>
    [OverloadResolutionPriority(-1)]
    public static Figure Scatter(Tensor points, IEnumerable<int> labels, IReadOnlyList<string>? classNames = null, string title = "")
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Shape.Rank != 2 || points.Shape[1] != 2)
        {
            throw new ArgumentException(
                $"Points have the shape (points, 2), one row a point; {points.Shape} was given. Choose two columns to draw.", nameof(points));
        }

        float[] numbers = points.ToArray();
        return Scatter(numbers.Where((_, i) => i % 2 == 0), numbers.Where((_, i) => i % 2 == 1), labels, classNames, title);
    }
}
