using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// A table of text fields as it was read from a CSV file, and its columns as numbers or classes.
/// </summary>
public sealed class CsvTable
{
    private readonly List<string[]> rows;
    private readonly List<int> lines;
    private readonly int columnsLeftOut;

    internal CsvTable(string source, string[] columns, List<string[]> rows, List<int> lines, int columnsLeftOut)
    {
        Source = source;
        Columns = columns;
        this.rows = rows;
        this.lines = lines;
        this.columnsLeftOut = columnsLeftOut;
    }

    /// <summary>The file it came from, as messages name it.</summary>
    public string Source { get; }

    /// <summary>The names of the columns, from the header line.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The number of rows, without the header.</summary>
    public int RowCount => rows.Count;

    /// <summary>One field as it stands in the file.</summary>
    /// <param name="row">The row, 0 for the first below the header.</param>
    /// <param name="column">The column, 0 for the leftmost.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public string this[int row, int column] => (uint)row < (uint)RowCount && (uint)column < (uint)Columns.Count
        ? rows[row][column]
        : throw new ArgumentOutOfRangeException(nameof(row), $"{Source} has {RowCount} rows and {Columns.Count} columns, both numbered from 0, but row {row}, column {column} was asked for.");

    /// <summary>The place of a column.</summary>
    /// <param name="column">Its name in the header.</param>
    /// <exception cref="DataFormatException">There is no such column. The message lists those there are.</exception>
    public int IndexOf(string column)
    {
        int index = Columns.ToList().IndexOf(column);
        return index >= 0 ? index : throw new DataFormatException($"{Source} has no column '{column}'. Its columns are: {Shorten(string.Join(", ", Columns), 300)}.");
    }

    /// <summary>Columns as numbers, shape (samples, columns).</summary>
    /// <param name="columns">The names of the columns, in the order wanted; all columns where none is named.</param>
    /// <exception cref="DataFormatException">A field is not a finite number. The message says which.</exception>
    public Tensor Numbers(params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int[] indices = columns.Count == 0 ? [.. Enumerable.Range(0, Columns.Count)] : [.. columns.Select(IndexOf)];
        Tensor numbers = new(new Shape(("samples", RowCount), ("in", indices.Length)));
        for (int row = 0; row < RowCount; row++)
        {
            for (int i = 0; i < indices.Length; i++)
                numbers.Values[row * indices.Length + i] = Number(row, indices[i]);
        }
        return numbers;
    }

    /// <summary>A column of class names as labels, numbered in the order in which the names first appear.</summary>
    /// <param name="column">The name of the column.</param>
    public (int[] Labels, IReadOnlyList<string> ClassNames) Classes(string column)
    {
        int index = IndexOf(column);
        List<string> names = [];
        Dictionary<string, int> numbers = [];
        int[] labels = new int[RowCount];
        for (int row = 0; row < RowCount; row++)
        {
            if (!numbers.TryGetValue(rows[row][index], out int number))
            {
                numbers.Add(rows[row][index], number = names.Count);
                names.Add(rows[row][index]);
            }
            labels[row] = number;
        }
        return (labels, names);
    }

    /// <summary>A data set of the given class column as labels and all other columns as inputs, shape (samples, in).</summary>
    /// <param name="classColumn">The name of the column that holds each sample's class.</param>
    public Dataset ToDataset(string classColumn)
    {
        (int[] labels, IReadOnlyList<string> names) = Classes(classColumn);
        return new Dataset(Numbers([.. Columns.Where(column => column != classColumn)]), labels, names);
    }

    /// <summary>The source and its size.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}: {RowCount} rows, {Columns.Count} columns");

    /// <summary>The place of a field as messages name it.</summary>
    internal string Place(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Source}, line {lines[row]}, column {column + columnsLeftOut + 1} ('{Columns[column]}')");

    internal static string Shorten(string text, int length = 40) => text.Length <= length ? text : text[..length] + " ...";

    private float Number(int row, int column)
    {
        string field = rows[row][column];
        if (float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number))
            return number;
        string given = string.IsNullOrWhiteSpace(field) ? "an empty field" : $"'{Shorten(field)}'";
        string remedy = field.Contains(',', StringComparison.Ordinal) ? "Numbers are written with a point, not a comma." : "Correct the field, or leave the row out.";
        throw new DataFormatException($"{Place(row, column)}: expected a number such as 0.5, but found {given}. {remedy}");
    }
}
