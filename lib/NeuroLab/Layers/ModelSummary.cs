using System.Globalization;
using NeuroLab.Display;

namespace NeuroLab.Layers;

/// <summary>The layers of a model with their parameters, and what they add up to.</summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class ModelSummary : IShownAsTable
{
    private readonly List<Layer> layers = [];

    private ModelSummary(Layer model)
    {
        Model = model;
        Add(model);
    }

    /// <summary>The model.</summary>
    public Layer Model { get; }

    /// <summary>The model and every layer below it, each before its own parts.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <summary>The number of numbers in all parameters.</summary>
    public int ParameterCount => Model.ParameterCount;

    /// <summary>The memory of all parameters in bytes: 4 each, single precision. Gradients take as much again.</summary>
    public long ParameterBytes => (long)ParameterCount * sizeof(float);

    /// <summary>The summary of a model.</summary>
    /// <param name="model">The model.</param>
    public static ModelSummary Of(Layer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ModelSummary(model);
    }

    /// <summary>The summary as a table.</summary>
    public override string ToString() => ((IShownAsTable)this).ToTable().ToText();

    Table IShownAsTable.ToTable()
    {
        Table table = new("path", "layer", "parameters", "count#")
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{ParameterCount:N0} parameters in {Model.Parameters.Count} tensors, {ParameterBytes / 1024.0:N1} KiB"),
        };
        foreach (Layer layer in layers.Where(layer => layer != Model || layer.Children.Count == 0 || layer.OwnParameters.Count > 0))
            table.Add(layer.Path, Describing.Briefly(layer), Describing.Parameters(layer, layer.OwnParameters), Describing.Count(layer.OwnParameters));
        return table;
    }

    private void Add(Layer layer)
    {
        layers.Add(layer);
        foreach (Layer child in layer.Children)
            Add(child);
    }
}
