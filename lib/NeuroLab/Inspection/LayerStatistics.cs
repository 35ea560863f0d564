using System.Globalization;
using NeuroLab.Data;
using NeuroLab.Display;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>
/// How large the numbers are that go through a model, layer by layer, and the gradients that come back: where signals fade or grow.
/// </summary>
/// <remarks>
/// The model runs in the mode it is in. Parameters, gradients and buffers are as before when it is done. Layers inside a
/// <see cref="Sequential"/> are looked at one by one; any other layer made of layers is one row.
/// </remarks>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class LayerStatistics : IShownAsTable
{
    private readonly List<LayerStatisticsRow> rows = [];

    private LayerStatistics()
    {
    }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<LayerStatisticsRow> Rows => rows;

    /// <summary>The loss of the batch; null where none was asked for.</summary>
    public float? Loss { get; private set; }

    /// <summary>Sends a batch forward.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The batch.</param>
    public static LayerStatistics Of(Layer model, Tensor inputs) => Of(model, inputs, null);

    /// <summary>Sends a batch forward and its loss backward.</summary>
    /// <param name="model">The model.</param>
    /// <param name="samples">The batch, with its labels or targets.</param>
    /// <param name="loss">The loss.</param>
    public static LayerStatistics Of(Layer model, Samples samples, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(loss);
        return Of(model, samples.Inputs, output => loss.Forward(output, samples));
    }

    private static LayerStatistics Of(Layer model, Tensor inputs, Func<Tensor, Tensor>? loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        Layer[] layers = [.. Flat(model)];
        Tensor[] outputs = new Tensor[layers.Length];
        Tensor?[] gradients = new Tensor?[layers.Length];
        double?[] norms = new double?[layers.Length];
        LayerStatistics statistics = new();
        Snapshot snapshot = new(model);
        try
        {
            Tensor x = inputs.Detach();
            x.RequiresGrad = true;
            for (int i = 0; i < layers.Length; i++)
                outputs[i] = x = layers[i].Forward(x).RetainGrad();
            if (loss is not null)
            {
                Tensor price = loss(x);
                statistics.Loss = price.ToScalar();
                model.ZeroGrad();
                price.Backward();
                for (int i = 0; i < layers.Length; i++)
                {
                    gradients[i] = outputs[i].Gradient;
                    norms[i] = layers[i].Parameters.Count == 0 ? null : Math.Sqrt(layers[i].Parameters.Sum(parameter => SquareSum(parameter.Gradient)));
                }
            }
        }
        finally
        {
            snapshot.Restore();
        }
        for (int i = 0; i < layers.Length; i++)
            statistics.rows.Add(Row(layers[i], outputs[i].Detach(), gradients[i], norms[i]));
        return statistics;
    }

    /// <summary>The statistics as a table.</summary>
    public override string ToString() => ((IShownAsTable)this).ToTable().ToText();

    Table IShownAsTable.ToTable()
    {
        Table table = new("path", "layer", "output mean#", "output deviation#", "zeros#", "gradient size#", "weight gradient norm#");
        foreach (LayerStatisticsRow row in rows)
        {
            table.Add(row.Path, Describing.Briefly(row.Layer), Text(row.OutputMean), Text(row.OutputDeviation),
                string.Create(CultureInfo.InvariantCulture, $"{100 * row.ZeroFraction:F1} %"), Text(row.GradientDeviation), Text(row.WeightGradientNorm));
        }
        if (Loss is { } loss)
            table.Note = string.Create(CultureInfo.InvariantCulture, $"loss {loss:G4}");
        return table;
    }

    /// <summary>The layers that are looked at one by one.</summary>
    internal static IEnumerable<Layer> Flat(Layer layer) => layer is Sequential ? layer.Children.SelectMany(Flat) : [layer];

    private static LayerStatisticsRow Row(Layer layer, Tensor output, Tensor? gradient, double? norm)
    {
        double mean = 0, squares = 0;
        int zeros = 0;
        foreach (float value in output.Values)
        {
            mean += value;
            zeros += value == 0 ? 1 : 0;
        }
        mean /= output.Length;
        foreach (float value in output.Values)
            squares += (value - mean) * (value - mean);
        return new LayerStatisticsRow(layer.Path, layer, output, gradient, mean, Math.Sqrt(squares / output.Length),
            (double)zeros / output.Length, gradient is null ? null : Math.Sqrt(SquareSum(gradient) / gradient.Length), norm);
    }

    private static double SquareSum(Tensor tensor)
    {
        double sum = 0;
        foreach (float value in tensor.Values)
            sum += (double)value * value;
        return sum;
    }

    private static string Text(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "";
}
