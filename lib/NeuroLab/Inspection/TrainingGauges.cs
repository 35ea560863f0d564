using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;
using NeuroLab.Training;

namespace NeuroLab.Inspection;

/// <summary>
/// What there is to read on a training besides its loss, epoch by epoch and layer by layer: how long the gradients are, how large the
/// steps, and how many units tell nothing.
/// </summary>
/// <remarks>
/// <para>Layers are those with a weight of two axes or more, from the input on. Gradients and units are measured on a probe, some of the
/// training samples, before the first step and after each epoch; with dropout switched off, and without a trace in the training.</para>
/// <para>A training that breaks down is no error here: what was read until then stays, and <see cref="Breakdown"/> says what happened.</para>
/// </remarks>
/// <example>
/// <code>
/// TrainingGauges gauges = TrainingGauges.Watch(trainer, train, new(Epochs: 10, BatchSize: 32, random, validation));
/// Chart.TrainingGauges(gauges)
/// </code>
/// </example>
public sealed class TrainingGauges
{
    private const int ProbeSize = 256;
    private readonly Layer[] layers;
    private readonly Samples probe;
    private readonly Loss loss;
    private readonly List<double[]> gradientNorms = [], updateRatios = [], idleShares = [];

    private TrainingGauges(Trainer trainer, Dataset train)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        TrainingRun.CheckNotEmpty(train, nameof(train));
        History = trainer.History;
        Model = trainer.Model;
        loss = trainer.Loss;
        layers = [.. LayerStatistics.Flat(Model).Where(layer => WeightsOf(layer).Any())];
        if (layers.Length == 0)
            throw new ArgumentException($"{Model.Describe()} has no weight of two axes or more, so there is nothing to read. Watch a model with a layer such as Linear.", nameof(trainer));
        int size = Math.Min(ProbeSize, train.Count);
        // Evenly from front to back, as the samples may lie in the order of their classes.
        probe = train.Subset(Enumerable.Range(0, size).Select(i => (int)((long)i * train.Count / size)));
    }

    /// <summary>The model that was trained.</summary>
    public Layer Model { get; }

    /// <summary>The losses.</summary>
    public History History { get; }

    /// <summary>The loss of the probe before the first step.</summary>
    public double StartLoss { get; private set; }

    /// <summary>The cross-entropy of giving every class the same probability, log C; null where the loss is another.</summary>
    public double? GuessingLoss { get; private set; }

    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <summary>The norm of the gradient of each layer: [0] before the first step, [n] after epoch n.</summary>
    public IReadOnlyList<IReadOnlyList<double>> GradientNorms => gradientNorms;

    /// <summary>The mean of |Δw| / |w| over the steps of an epoch, for the weights of each layer: [0] of the first epoch.</summary>
    public IReadOnlyList<IReadOnlyList<double>> UpdateRatios => updateRatios;

    /// <summary>
    /// The share of idle units of each layer but the last: units that give 0 for every sample of the probe, or exactly what an earlier
    /// unit gives. [0] before the first step, [n] after epoch n.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> IdleShares => idleShares;

    /// <summary>Why the training ended early; null where it went through.</summary>
    public string? Breakdown { get; private set; }

    /// <summary>Trains through to the end, and reads the gauges on the way.</summary>
    /// <param name="trainer">What trains.</param>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="options">How often, in which batches, in which order, and on what the model is judged.</param>
    /// <exception cref="ArgumentException">There are no samples, or the model has no weight of two axes or more.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static TrainingGauges Watch(Trainer trainer, Dataset train, TrainingOptions options)
    {
        TrainingGauges gauges = new(trainer, train);
        gauges.Run(trainer, train, options);
        return gauges;
    }

    private void Run(Trainer trainer, Dataset train, TrainingOptions options)
    {
        StartLoss = Read();
        Parameter[][] weights = [.. layers.Select(layer => WeightsOf(layer).ToArray())];
        Tensor[][] before = [.. weights.Select(own => own.Select(weight => weight.Value.Clone()).ToArray())];
        double[] sums = new double[layers.Length];
        int steps = 0;
        try
        {
            foreach (TrainingStep step in trainer.Steps(train, options))
            {
                steps++;
                for (int i = 0; i < sums.Length; i++)
                    sums[i] += Ratio(before[i], weights[i]);
                if (!step.EndsEpoch)
                    continue;
                updateRatios.Add([.. sums.Select(sum => sum / steps)]);
                (sums, steps) = (new double[layers.Length], 0);
                _ = Read();
            }
        }
        catch (TrainingException brokeDown)
        {
            Breakdown = brokeDown.Message;
        }
    }

    /// <summary>Reads what is measured on the probe.</summary>
    private double Read()
    {
        LayerModes modes = new(Model);
        modes.Save();
        Model.Eval();
        try
        {
            LayerStatistics statistics = LayerStatistics.Of(Model, probe, loss);
            LayerStatisticsRow[] rows = [.. statistics.Rows];
            int[] places = [.. layers.Select(layer => Array.FindIndex(rows, row => row.Layer == layer))];
            gradientNorms.Add([.. places.Select(i => rows[i].WeightGradientNorm!.Value)]);
            idleShares.Add([.. places.Zip(places.Skip(1), (from, to) => IdleShare(Units(rows[from..to])))]);
            if (loss is CrossEntropyLoss)
                GuessingLoss = Math.Log(rows[^1].Output.Shape[^1]);
            return statistics.Loss!.Value;
        }
        finally
        {
            modes.Restore();
        }
    }

    /// <summary>What the units of a layer gave in the end: behind its activation, but before a layer that lays them out anew, such as Flatten.</summary>
    private static Tensor Units(LayerStatisticsRow[] rows) => rows.Last(row => row.Output.Shape.Rank == rows[0].Output.Shape.Rank).Output;

    /// <summary>Of outputs (batch, units, ...), or of sequences (batch, steps, units), the share of units that tell nothing.</summary>
    private static double IdleShare(Tensor outputs)
    {
        float[][] units = [.. Enumerable.Range(0, outputs.Shape[UnitAxis(outputs.Shape)]).Select(unit => OfUnit(outputs, unit))];
        int idle = 0;
        for (int i = 0; i < units.Length; i++)
        {
            if (Array.TrueForAll(units[i], value => value == 0) || units[..i].Any(earlier => units[i].AsSpan().SequenceEqual(earlier)))
                idle++;
        }
        return (double)idle / units.Length;
    }

    private static int UnitAxis(Shape shape) => shape.Rank == 3 ? 2 : 1;

    private static float[] OfUnit(Tensor outputs, int unit)
    {
        int axis = UnitAxis(outputs.Shape), units = outputs.Shape[axis];
        int behind = outputs.Shape.Skip(axis + 1).Aggregate(1, (product, length) => product * length);
        ReadOnlySpan<float> all = outputs.Values;
        float[] own = new float[outputs.Length / units];
        int next = 0;
        for (int start = unit * behind; start < all.Length; start += units * behind)
        {
            for (int i = 0; i < behind; i++)
                own[next++] = all[start + i];
        }
        return own;
    }

    private static IEnumerable<Parameter> WeightsOf(Layer layer) => layer.Parameters.Where(parameter => parameter.Shape.Rank >= 2);

    /// <summary>|Δw| / |w| of a layer's weights taken together; remembers what they are now.</summary>
    private static double Ratio(Tensor[] before, Parameter[] weights)
    {
        double change = 0, size = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            change += Math.Pow(TensorPrimitives.Distance<float>(before[i].Values, weights[i].Value.Values), 2);
            size += Math.Pow(TensorPrimitives.Norm<float>(weights[i].Value.Values), 2);
            before[i].CopyFrom(weights[i].Value);
        }
        return Math.Sqrt(change / size);
    }
}
