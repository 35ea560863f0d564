using System.Numerics;
using System.Text.Json.Nodes;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

/// <summary>Takes in the numbers that charts are given, and says what is wrong with them.</summary>
internal static class Values
{
    public static double[] From<T>(IEnumerable<T> values, string name) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values, name);
        double[] numbers = [.. values.Select(double.CreateChecked)];
        if (numbers.Length == 0)
            throw new ArgumentException($"There is nothing to draw: {name} is empty. Give at least one number.", name);
        return numbers;
    }

    public static (double[] X, double[] Y) Pair<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string what)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        double[] xs = From(x, nameof(x));
        double[] ys = From(y, nameof(y));
        if (xs.Length != ys.Length)
        {
            throw new ArgumentException(
                $"{what}: each point needs one x and one y, but x has {Words.Count(xs.Length, "number")} and y has {ys.Length}.", nameof(y));
        }

        return (xs, ys);
    }

    public static double[,] Matrix<T>(T[,] values, string name) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values, name);
        int rows = values.GetLength(0), columns = values.GetLength(1);
        if (rows == 0 || columns == 0)
            throw new ArgumentException($"There is nothing to draw: {name} has {rows} rows and {columns} columns.", name);
        var numbers = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                numbers[row, column] = double.CreateChecked(values[row, column]);
        }

        return numbers;
    }

    /// <summary>A tensor (rows, columns) as a matrix; one of rank 1 is a single row.</summary>
    public static double[,] Matrix(Tensor values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Shape.Rank is not (1 or 2))
            throw new ArgumentException($"{name} has shape {values.Shape}, but a matrix is drawn: give a tensor of two axes (rows, columns).", name);
        int columns = values.Shape[^1], rows = columns == 0 ? 0 : values.Shape.ElementCount / columns;
        return Matrix(Reshape(values.ToArray(), 0, rows, columns), name);
    }

    /// <summary>Rows x columns numbers, row after row, from an offset on.</summary>
    public static float[,] Reshape(float[] numbers, int offset, int rows, int columns)
    {
        var matrix = new float[rows, columns];
        Buffer.BlockCopy(numbers, offset * sizeof(float), matrix, 0, rows * columns * sizeof(float));
        return matrix;
    }

    public static JsonArray Json(IEnumerable<double> values) => new([.. values.Select(value => (JsonNode)value)]);

    public static JsonArray Json(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    public static JsonArray Json(double[,] values) =>
        new([.. Enumerable.Range(0, values.GetLength(0)).Select(row =>
            (JsonNode)Json(Enumerable.Range(0, values.GetLength(1)).Select(column => values[row, column])))]);

    /// <summary>The finite numbers among the values.</summary>
    public static double[] Finite(IEnumerable<double> values) => [.. values.Where(double.IsFinite)];

    /// <summary>A sentence about what can't be drawn, or nothing.</summary>
    public static string GapNote(IEnumerable<double> values)
    {
        int gaps = values.Count(value => !double.IsFinite(value));
        return gaps == 0 ? "" : $"{Words.Count(gaps, "value")} {(gaps == 1 ? "is" : "are")} not a finite number and left as a gap.";
    }
}
