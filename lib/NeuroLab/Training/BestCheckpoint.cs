using NeuroLab.Layers;

namespace NeuroLab.Training;

/// <summary>
/// Keeps the model as it was after its best epoch: in memory, and in a file if wanted.
/// </summary>
/// <example>
/// <code>
/// var best = new BestCheckpoint(model);
/// foreach (Epoch epoch in trainer.Run(train, new(Epochs: 50, BatchSize: 64, random, validation)))
///     best.Keep(epoch);
/// best.Restore();
/// </code>
/// </example>
public sealed class BestCheckpoint
{
    private readonly Layer model;
    private readonly BestEpoch best;
    private KeptValues? kept;

    /// <summary>A keeper of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Where each new best is saved too; null keeps it in memory only.</param>
    /// <param name="metric">What makes an epoch the best.</param>
    /// <exception cref="IOException">There is no writing to the path: better known before training than after it.</exception>
    public BestCheckpoint(Layer model, string? path = null, WatchedMetric metric = WatchedMetric.ValidationAccuracy)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (path is not null)
            CheckpointPlace.RequireWritable(path);
        this.model = model;
        Path = path;
        best = new BestEpoch(metric, 0);
    }

    /// <summary>Where each new best is saved too; null where it is kept in memory only.</summary>
    public string? Path { get; }

    /// <summary>The epoch whose model is kept; null before the first.</summary>
    public Epoch? Epoch => best.Epoch;

    /// <summary>Keeps the model as it is now, if this epoch is the best so far.</summary>
    /// <param name="epoch">The epoch that has just ended.</param>
    /// <returns>Whether it was kept.</returns>
    /// <exception cref="InvalidOperationException">The epoch does not have the number that is watched.</exception>
    public bool Keep(Epoch epoch)
    {
        if (!best.Improves(epoch))
            return false;
        kept = new KeptValues(model.Parameters.Select(parameter => parameter.Value).Concat(model.Buffers.Where(buffer => buffer.IsPersistent).Select(buffer => buffer.Value)),
            model.Counters.Where(counter => counter.IsPersistent).Select(counter => counter.Value));
        if (Path is not null)
            Checkpoint.Save(Path, model, new Dictionary<string, string> { ["epoch"] = epoch.ToString() });
        return true;
    }

    /// <summary>Puts the model back to where it was after its best epoch.</summary>
    /// <exception cref="InvalidOperationException">Nothing was kept yet.</exception>
    public void Restore()
    {
        if (kept is null)
            throw new InvalidOperationException("No epoch was kept yet: call Keep(epoch) in the training loop first.");
        kept.Restore();
    }
}
