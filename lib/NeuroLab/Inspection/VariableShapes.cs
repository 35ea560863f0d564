using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using NeuroLab.Data;
using NeuroLab.Display;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>
/// The shapes of a notebook's variables: tensors, the parameters of models, data sets, MathNet's matrices and vectors, and arrays of
/// numbers. Other variables have no shape and are left out.
/// </summary>
/// <example>
/// <code>
/// VariableShapes.Of([("x", x), ("model", model)])
/// </code>
/// </example>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class VariableShapes : IShownAsTable
{
    private VariableShapes(IReadOnlyList<VariableShape> rows) => Rows = rows;

    /// <summary>One row a variable; of a model one row a parameter.</summary>
    public IReadOnlyList<VariableShape> Rows { get; }

    /// <summary>The shapes of the variables that have one, in the order given. Of two with the same name the last counts.</summary>
    /// <param name="variables">The variables: name and value.</param>
    public static VariableShapes Of(IEnumerable<(string Name, object? Value)> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        OrderedDictionary<string, object?> latest = [];
        foreach (var (name, value) in variables)
        {
            latest.Remove(name);
            latest.Add(name, value);
        }

        return new VariableShapes([.. latest.SelectMany(variable => ShapesOf(variable.Key, variable.Value))]);
    }

    /// <summary>The shapes as a table.</summary>
    public override string ToString() => ((IShownAsTable)this).ToTable().ToText();

    Table IShownAsTable.ToTable()
    {
        Table table = new("name", "kind", "shape", "numbers#");
        foreach (VariableShape row in Rows)
            table.Add(row.Name, row.Kind, row.Shape, row.Count.ToString("N0", CultureInfo.InvariantCulture));
        if (Rows.Count == 0)
            table.Note = "No variable has a shape yet.";
        return table;
    }

    private static IEnumerable<VariableShape> ShapesOf(string name, object? value)
    {
        switch (value)
        {
            case Tensor tensor:
                return [RowOf(name, "Tensor", tensor)];
            case Parameter parameter:
                return [RowOf(name, "Parameter", parameter.Value)];
            case Layer layer:
                return layer.Parameters.Select(parameter => RowOf($"{name}.{Within(layer, parameter)}", "Parameter", parameter.Value));
            case Samples samples:
                return ShapesOfSamples(name, samples);
            case Matrix<float> matrix:
                return [Sized(name, "Matrix", matrix.RowCount, matrix.ColumnCount)];
            case Matrix<double> matrix:
                return [Sized(name, "Matrix", matrix.RowCount, matrix.ColumnCount)];
            case Vector<float> vector:
                return [Sized(name, "Vector", vector.Count)];
            case Vector<double> vector:
                return [Sized(name, "Vector", vector.Count)];
            case Array array when array.GetType().GetElementType()!.IsPrimitive:
                return [Sized(name, array.GetType().GetElementType()!.Name, [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)])];
            default:
                return [];
        }
    }

    private static IEnumerable<VariableShape> ShapesOfSamples(string name, Samples samples)
    {
        yield return RowOf($"{name}.Inputs", "Tensor", samples.Inputs);
        if (samples.HasLabels)
            yield return Sized($"{name}.Labels", "Int32", samples.Count);
        if (samples.HasTargets)
            yield return RowOf($"{name}.Targets", "Tensor", samples.Targets);
    }

    private static VariableShape RowOf(string name, string kind, Tensor tensor) => new(name, kind, tensor.Shape.ToString(), tensor.Length);

    private static VariableShape Sized(string name, string kind, params int[] sizes) =>
        new(name, kind, $"({string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)))})", sizes.Aggregate(1L, (product, size) => product * size));

    // A layer taken out of a model keeps its place there; here it stands for itself.
    private static string Within(Layer layer, Parameter parameter) =>
        layer.Path.Length > 0 ? parameter.Path[(layer.Path.Length + 1)..] : parameter.Path;
}
