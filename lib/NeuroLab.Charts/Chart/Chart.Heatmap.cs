using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Tensors;

namespace NeuroLab.Charts;

public static partial class Chart
{
    /// <summary>
    /// A matrix as coloured cells, the first row on top. Matrices with negative numbers get a scale that is symmetric around 0:
    /// blue for negative, orange for positive.
    /// </summary>
    /// <param name="values">The matrix (rows, columns).</param>
    /// <param name="rows">What the rows stand for, such as "true digit".</param>
    /// <param name="columns">What the columns stand for.</param>
    /// <param name="rowNames">The name of each row; their numbers when null.</param>
    /// <param name="columnNames">The name of each column; their numbers when null.</param>
    /// <param name="signed">Whether the scale is symmetric around 0; null to look for negative numbers.</param>
    /// <param name="printValues">Whether each number stands in its cell.</param>
    /// <param name="title">What to see in the figure.</param>
    /// <exception cref="ArgumentException">The matrix is empty, or there are more or fewer names than rows or columns.</exception>
    /// <example>
    /// <code>
    /// Chart.Heatmap(new double[,] { { 1, -2 }, { 0.5, 3 } }, "output", "input", printValues: true);
    /// </code>
    /// </example>
    public static Figure Heatmap<T>(
        T[,] values, string rows = "row", string columns = "column",
        IReadOnlyList<string>? rowNames = null, IReadOnlyList<string>? columnNames = null,
        bool? signed = null, bool printValues = false, string title = "")
        where T : INumber<T> =>
        DrawHeatmap(Values.Matrix(values, nameof(values)), rows, columns, rowNames, columnNames, signed, printValues, title);

    /// <summary>A matrix as coloured cells.</summary>
    /// <inheritdoc cref="Heatmap{T}(T[,], string, string, IReadOnlyList{string}, IReadOnlyList{string}, bool?, bool, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Figure Heatmap(
        Tensor values, string rows = "row", string columns = "column",
        IReadOnlyList<string>? rowNames = null, IReadOnlyList<string>? columnNames = null,
        bool? signed = null, bool printValues = false, string title = "") =>
        DrawHeatmap(Values.Matrix(values, nameof(values)), rows, columns, rowNames, columnNames, signed, printValues, title);

    /// <summary>A matrix as coloured cells.</summary>
    /// <inheritdoc cref="Heatmap{T}(T[,], string, string, IReadOnlyList{string}, IReadOnlyList{string}, bool?, bool, string)"/>
    public static Figure Heatmap<T>(
        Matrix<T> values, string rows = "row", string columns = "column",
        IReadOnlyList<string>? rowNames = null, IReadOnlyList<string>? columnNames = null,
        bool? signed = null, bool printValues = false, string title = "")
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Heatmap(values.ToArray(), rows, columns, rowNames, columnNames, signed, printValues, title);
    }

    private static Figure DrawHeatmap(
        double[,] values, string rows, string columns, IReadOnlyList<string>? rowNames, IReadOnlyList<string>? columnNames,
        bool? signed, bool printValues, string title)
    {
        int rowCount = values.GetLength(0), columnCount = values.GetLength(1);
        CheckNames(rowNames, rowCount, "row");
        CheckNames(columnNames, columnCount, "column");

        var figure = new Figure(title).WithAxisTitles(columns, rows);
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = Values.Json(values),
            ["xgap"] = columnCount <= 40 ? 1 : 0,
            ["ygap"] = rowCount <= 40 ? 1 : 0,
            ["hovertemplate"] = $"{Words.Escape(rows)} %{{y}}<br>{Words.Escape(columns)} %{{x}}<br>value %{{z:.4~g}}<extra></extra>",
        };
        if (printValues)
            trace["texttemplate"] = "%{z:.3~g}";
        bool symmetric = ColorScale.Apply(trace, values.Cast<double>(), signed);
        NameCells(figure, "xaxis", columnNames, columnCount);
        NameCells(figure, "yaxis", rowNames, rowCount);
        var yAxis = figure.Layout.Child("yaxis");
        yAxis["autorange"] = "reversed";
        figure.Layout["height"] = Math.Clamp(130 + (rowCount * 44), 260, 560);
        double aspect = (double)columnCount / rowCount;
        if (aspect is > 0.4 and < 2.5)
        {
            figure.KeepAspect(aspect);
            figure.Layout["width"] = (int)((figure.Layout["height"].Number()!.Value - 90) * aspect) + 180;
        }
        figure.Add(trace, DescribeMatrix(values, symmetric, rows, columns));
        return figure;
    }

    private static void NameCells(Figure figure, string axisName, IReadOnlyList<string>? names, int count)
    {
        var axis = figure.Layout.Child(axisName);
        axis["showgrid"] = false;
        axis["ticks"] = "";
        if (names is not null)
        {
            axis["tickvals"] = Values.Json(Enumerable.Range(0, count).Select(i => (double)i));
            axis["ticktext"] = Values.Json(names.Select(Words.Escape));
        }
        else
        {
            axis["tickformat"] = "d";
            if (count <= 16)
                axis["dtick"] = 1;
        }
    }

    private static void CheckNames(IReadOnlyList<string>? names, int count, string what)
    {
        if (names is not null && names.Count != count)
            throw new ArgumentException($"Each {what} needs one name, but there are {Words.Count(count, what)} and {Words.Count(names.Count, "name")}.");
    }

    private static string DescribeMatrix(double[,] values, bool symmetric, string rows, string columns)
    {
        int height = values.GetLength(0), width = values.GetLength(1);
        double[] finite = Values.Finite(values.Cast<double>());
        string size = $"Heatmap of {Words.Count(height, "row")} ({rows}) and {Words.Count(width, "column")} ({columns})";
        if (finite.Length == 0)
            return $"{size}: no finite values.";
        var cells = Enumerable.Range(0, height * width).Where(i => double.IsFinite(values[i / width, i % width])).ToArray();
        int low = cells.MinBy(i => values[i / width, i % width]), high = cells.MaxBy(i => values[i / width, i % width]);
        return Words.Join(
            $"{size}: lowest {Words.Number(values[low / width, low % width])} at row {low / width}, column {low % width}, " +
            $"highest {Words.Number(values[high / width, high % width])} at row {high / width}, column {high % width}" +
            (symmetric ? ", colours symmetric around 0." : "."),
            Values.GapNote(values.Cast<double>()));
    }
}
