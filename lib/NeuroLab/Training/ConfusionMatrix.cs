using System.Globalization;
using NeuroLab.Display;

namespace NeuroLab.Training;

/// <summary>Which class was taken for which: a row for every right class, a column for every answer.</summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ConfusionMatrix : IShownAsTable
{
    internal ConfusionMatrix(int[,] counts, IReadOnlyList<string>? classNames)
    {
        int classes = counts.GetLength(0);
        if (classNames is { Count: > 0 } && classNames.Count != classes)
            throw new ArgumentException($"There are {classes} classes, but {classNames.Count} class names were given.", nameof(classNames));
        Counts = counts;
        ClassNames = classNames is { Count: > 0 } ? classNames : [.. Enumerable.Range(0, classes).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>How many samples of class [row] were taken for class [column].</summary>
    public int[,] Counts { get; }

    /// <summary>What the classes are called.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>How many samples of a class were taken for another.</summary>
    /// <param name="right">The number of the right class.</param>
    /// <param name="answer">The number of the class that was answered.</param>
    public int this[int right, int answer] => Counts[right, answer];

    /// <summary>The number of samples.</summary>
    public int Count => Counts.Cast<int>().Sum();

    /// <summary>The part of all samples that was classified right.</summary>
    public double Accuracy => (double)Enumerable.Range(0, ClassNames.Count).Sum(number => Counts[number, number]) / Count;

    /// <summary>The part of a class's samples that was found; NaN where the class has none.</summary>
    /// <param name="number">The number of the class.</param>
    public double Recall(int number) => (double)Counts[number, number] / Enumerable.Range(0, ClassNames.Count).Sum(answer => Counts[number, answer]);

    /// <summary>The part of the answers for a class that was right; NaN where it was never answered.</summary>
    /// <param name="number">The number of the class.</param>
    public double Precision(int number) => (double)Counts[number, number] / Enumerable.Range(0, ClassNames.Count).Sum(right => Counts[right, number]);

    /// <summary>The matrix as a table.</summary>
    public override string ToString() => ((IShownAsTable)this).ToTable().ToText();

    Table IShownAsTable.ToTable()
    {
        Table table = new(["right \\ answer", .. ClassNames.Select(name => name + "#"), "recall#"])
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{100 * Accuracy:F1} % of {Count} right"),
        };
        for (int row = 0; row < ClassNames.Count; row++)
        {
            table.Add([
                ClassNames[row],
                .. Enumerable.Range(0, ClassNames.Count).Select(column => Counts[row, column].ToString(CultureInfo.InvariantCulture)),
                string.Create(CultureInfo.InvariantCulture, $"{100 * Recall(row):F1} %"),
            ]);
        }
        return table;
    }
}
