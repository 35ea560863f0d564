using System.Globalization;
using NeuroLab.Display;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>
/// The way of a batch through a model, layer by layer: shapes in, shapes out, parameters. Nothing is computed for it.
/// </summary>
/// <remarks>Where a layer can't take what the one before it gives, the trace ends there and says why.</remarks>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ShapeTrace : IShownAsTable
{
    private readonly List<ShapeTraceRow> rows = [];

    private ShapeTrace(Shape input) => Input = input;

    /// <summary>The shape of the batch that goes into the model.</summary>
    public Shape Input { get; }

    /// <summary>The shape that comes out at the end, or null where a layer can't take its input.</summary>
    public Shape? Output { get; private set; }

    /// <summary>The layers that could be passed, first to last.</summary>
    public IReadOnlyList<ShapeTraceRow> Rows => rows;

    /// <summary>Why the trace ends early: the message of the layer that can't take its input. Null where all goes well.</summary>
    public string? Error { get; private set; }

    /// <summary>Follows a batch of the given shape through a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The shape of the batch, such as <c>new Shape(("batch", 64), ("in", 784))</c>.</param>
    public static ShapeTrace Of(Layer model, Shape input)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(input);
        ShapeTrace trace = new(input);
        try
        {
            trace.Output = trace.Follow(model, input);
        }
        catch (ShapeException exception)
        {
            trace.Error = exception.Message;
        }
        return trace;
    }

    /// <summary>The trace as a table: below the input each layer with what it gives, which is what the next one takes.</summary>
    public override string ToString() => ((IShownAsTable)this).ToTable().ToText();

    Table IShownAsTable.ToTable()
    {
        Table table = new("layer", "output", "parameters", "count#");
        table.Add("input", Input.ToString(), "", "");
        int total = 0;
        foreach (ShapeTraceRow row in rows)
        {
            IReadOnlyList<Parameter> parameters = IsChain(row.Layer) ? row.Layer.OwnParameters : row.Layer.Parameters;
            table.Add($"{row.Path} {Describing.Briefly(row.Layer)}".TrimStart(), row.Output.ToString(), Describing.Sizes(parameters), Describing.Count(parameters));
            total += parameters.Sum(parameter => parameter.Value.Length);
        }
        table.Note = Error ?? $"{total.ToString("N0", CultureInfo.InvariantCulture)} parameters";
        table.NoteIsError = Error is not null;
        return table;
    }

    private Shape Follow(Layer layer, Shape input)
    {
        Shape output = input;
        foreach (Layer part in IsChain(layer) ? layer.Children : [])
            output = Follow(part, output);
        if (layer is Sequential)
            return output;
        // How a layer of another kind uses its parts is its own affair; it is one row.
        output = layer.OutputShape(input);
        rows.Add(new ShapeTraceRow(layer.Path, layer, input, output));
        return output;
    }

    /// <summary>Whether each part of a layer takes what the one before it gives.</summary>
    private static bool IsChain(Layer layer) => layer is Sequential or Residual;
}
