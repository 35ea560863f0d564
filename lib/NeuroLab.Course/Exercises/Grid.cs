using static NeuroLab.Course.Exercises.Exercise;

namespace NeuroLab.Course.Exercises;

/// <summary>What the checks of functions on pictures share.</summary>
internal static class Grid
{
    /// <summary>A grid of numbers from a function of row and column.</summary>
    internal static double[,] Of(int rows, int columns, Func<int, int, double> at)
    {
        double[,] grid = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                grid[i, j] = at(i, j);
        }
        return grid;
    }

    /// <summary>Whether two grids have the same size and the same numbers, but for rounding.</summary>
    internal static bool Same(double[,] given, double[,] expected) =>
        given.GetLength(0) == expected.GetLength(0) && given.GetLength(1) == expected.GetLength(1)
        && given.Cast<double>().Zip(expected.Cast<double>()).All(pair => Near(pair.First, pair.Second, 1e-4));

    /// <summary>The first row, for a hint: <c>1 2 0.5</c>.</summary>
    internal static string FirstRow(double[,] grid) =>
        string.Join(' ', Enumerable.Range(0, grid.GetLength(1)).Select(j => FormattableString.Invariant($"{grid[0, j]:0.###}")));

    /// <summary>What is wrong with a grid whatever it should hold: that it is missing, has another size, or holds no numbers.</summary>
    /// <param name="given">What the reader's function returned.</param>
    /// <param name="rows">The rows it should have.</param>
    /// <param name="columns">The columns it should have.</param>
    internal static string? Fault(double[,]? given, int rows, int columns) => given switch
    {
        null => "Your function returned null. Make an array, fill it, and return it.",
        _ when (given.GetLength(0), given.GetLength(1)) != (rows, columns) => $"The result should have {rows} rows and {columns} columns; yours has {given.GetLength(0)} and {given.GetLength(1)}.",
        _ when given.Cast<double>().Any(number => !double.IsFinite(number)) => "There is a number in it that is none: NaN or infinity comes from dividing by zero. Where do you divide?",
        _ => null,
    };
}
