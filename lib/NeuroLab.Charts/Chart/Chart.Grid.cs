namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// Two or more figures in one, side by side; on a narrow page one below the other. Give the result to
    /// <see cref="Animate"/> to move all of them with one slider.
    /// </summary>
    /// <param name="figures">The figures; the title of each stands above its panel.</param>
    /// <exception cref="ArgumentException">There are no figures, or one of them is itself a grid or an animation.</exception>
    /// <example>
    /// <code>
    /// Chart.SideBySide(
    ///     Chart.Scatter(x, y, "data").AddLine(x, fit, "fit").WithTitle("The line"),
    ///     Chart.Contour(loss, (0, 4), (-1, 3)).AddPath(ws, bs).WithTitle("Its place on the loss"));
    /// </code>
    /// </example>
    public static Figure SideBySide(params ReadOnlySpan<Figure> figures) => Panels.Make([.. figures], figures.Length, "");

    /// <summary>Several figures in rows and columns of one figure; on a narrow page one below the other.</summary>
    /// <param name="figures">The figures; the title of each stands above its panel.</param>
    /// <param name="columns">How many stand in a row.</param>
    /// <param name="title">What to see in all of them together.</param>
    /// <exception cref="ArgumentException">There are no figures, or one of them is itself a grid or an animation.</exception>
    public static Figure Grid(IEnumerable<Figure> figures, int columns = 2, string title = "")
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        return Panels.Make([.. figures], columns, title);
    }
}
