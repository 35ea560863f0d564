using System.Globalization;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>
/// Records parameters while a model trains, so that their way can be drawn afterwards.
/// </summary>
/// <remarks>
/// However often it records, it keeps at most <see cref="MaxSnapshots"/>: when they become too many it drops every second one
/// and from then on records half as often. Those kept are evenly spaced, but for the last, which is always the latest.
/// </remarks>
/// <example>
/// <code>
/// var recorder = new WeightRecorder(model.Parameters);
/// recorder.Record("start");
/// foreach (Epoch epoch in trainer.Run(train, new(Epochs: 100, BatchSize: 64, random)))
///     recorder.Record($"epoch {epoch.Number}");
/// </code>
/// </example>
public sealed class WeightRecorder
{
    private readonly Parameter[] parameters;
    private readonly bool withGradients;
    private readonly List<WeightSnapshot> kept = [];
    private WeightSnapshot? latest;
    private int stride = 1;

    /// <summary>A recorder of the given parameters.</summary>
    /// <param name="parameters">What it records: <c>model.Parameters</c>, or some of them.</param>
    /// <param name="maxSnapshots">How many snapshots it keeps at most.</param>
    /// <param name="gradients">Whether it records gradients too.</param>
    /// <exception cref="ArgumentException">There are no parameters, or fewer than two snapshots would be kept.</exception>
    public WeightRecorder(IEnumerable<Parameter> parameters, int maxSnapshots = 30, bool gradients = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = [.. parameters];
        if (this.parameters.Length == 0)
            throw new ArgumentException("There are no parameters to record. Give a model's Parameters, after its layers have been added.", nameof(parameters));
        if (maxSnapshots < 2)
            throw new ArgumentOutOfRangeException(nameof(maxSnapshots), $"A recording needs a first and a last snapshot, so at least 2, but {maxSnapshots} was given.");
        MaxSnapshots = maxSnapshots;
        withGradients = gradients;
    }

    /// <summary>What it records.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>How many snapshots it keeps at most.</summary>
    public int MaxSnapshots { get; }

    /// <summary>How often it was asked to record.</summary>
    public int RecordCount { get; private set; }

    /// <summary>The snapshots, first to last.</summary>
    public IReadOnlyList<WeightSnapshot> Snapshots => latest is null || kept is [.., { } last] && last == latest ? [.. kept] : [.. kept, latest];

    /// <summary>The labels of the snapshots, first to last.</summary>
    public IReadOnlyList<string> Labels => [.. Snapshots.Select(snapshot => snapshot.Label)];

    /// <summary>Records the parameters as they are now.</summary>
    /// <param name="label">The moment, such as <c>epoch 3</c>; the number of the recording, counted from 0, where none is given.</param>
    public void Record(string? label = null)
    {
        int index = RecordCount++;
        latest = new WeightSnapshot(
            label ?? index.ToString(CultureInfo.InvariantCulture),
            index,
            [.. parameters.Select(parameter => parameter.Value.Clone())],
            withGradients ? [.. parameters.Select(parameter => parameter.Gradient.Clone())] : []);
        if (index % stride != 0)
            return;
        kept.Add(latest);
        if (kept.Count < MaxSnapshots)
            return;
        stride *= 2;
        kept.RemoveAll(snapshot => snapshot.Index % stride != 0);
    }

    /// <summary>The values of one parameter, a tensor for each snapshot.</summary>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentException">It is not recorded here.</exception>
    public IReadOnlyList<Tensor> ValuesOf(Parameter parameter)
    {
        int index = IndexOf(parameter);
        return [.. Snapshots.Select(snapshot => snapshot.Values[index])];
    }

    /// <summary>The gradients of one parameter, a tensor for each snapshot.</summary>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentException">It is not recorded here.</exception>
    /// <exception cref="InvalidOperationException">Gradients are not recorded.</exception>
    public IReadOnlyList<Tensor> GradientsOf(Parameter parameter)
    {
        int index = IndexOf(parameter);
        if (!withGradients)
            throw new InvalidOperationException("This recorder records values only. Make it with gradients: new WeightRecorder(model.Parameters, gradients: true).");
        return [.. Snapshots.Select(snapshot => snapshot.Gradients[index])];
    }

    /// <summary>What it holds, such as <c>4 parameters, 30 snapshots of 100 recordings</c>.</summary>
    public override string ToString() => $"{parameters.Length} parameters, {Snapshots.Count} snapshots of {RecordCount} recordings";

    private int IndexOf(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        int index = Array.IndexOf(parameters, parameter);
        return index >= 0 ? index : throw new ArgumentException($"{parameter} is not recorded here. Recorded are: {string.Join(", ", parameters.Select(each => each.Path))}.", nameof(parameter));
    }
}
