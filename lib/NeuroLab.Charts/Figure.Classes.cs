using System.Globalization;
using System.Numerics;

namespace NeuroLab.Charts;

public sealed partial class Figure
{
    /// <summary>Adds points with the colour and the symbol of their class.</summary>
    /// <param name="x">The x of each point.</param>
    /// <param name="y">The y of each point.</param>
    /// <param name="labels">The class of each point, from 0.</param>
    /// <param name="classNames">The name of each class; their numbers when null.</param>
    /// <exception cref="ArgumentException">x, y and labels differ in length, or are empty; or a label has no class name.</exception>
    public Figure AddClasses<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<int> labels, IReadOnlyList<string>? classNames = null)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        ArgumentNullException.ThrowIfNull(labels);
        var (xs, ys) = Values.Pair(x, y, "Points");
        int[] classes = [.. labels];
        if (classes.Length != xs.Length)
        {
            throw new ArgumentException(
                $"Each point needs one label, but there are {Words.Count(xs.Length, "point")} and {Words.Count(classes.Length, "label")}.", nameof(labels));
        }

        int most = classNames?.Count ?? int.MaxValue;
        foreach (int label in classes)
        {
            if (label < 0 || label >= most)
            {
                throw new ArgumentException(classNames is null
                    ? $"Labels are counted from 0, but {label} was given."
                    : $"Label {label} has no class name: there are {most}, for the labels 0 to {most - 1}.", nameof(labels));
            }
        }

        foreach (int label in classes.Distinct().Order())
        {
            int[] members = [.. Enumerable.Range(0, classes.Length).Where(i => classes[i] == label)];
            string name = classNames?[label] ?? "class " + label.ToString(CultureInfo.InvariantCulture);
            AddScatter(members.Select(i => xs[i]), members.Select(i => ys[i]), name);
            var marker = Data[^1]!["marker"]!;
            marker["color"] = Palette.Color(label);
            marker["symbol"] = Palette.Symbol(label);
        }
        return this;
    }
}
