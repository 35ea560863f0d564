using System.Diagnostics;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>One run of a trainer over its samples.</summary>
internal sealed class TrainingRun
{
    private readonly Trainer trainer;
    private readonly TrainingOptions options;
    private readonly BatchLoader loader;
    private readonly BatchLoader? validationLoader;
    private readonly LayerModes modes;

    internal TrainingRun(Trainer trainer, Dataset train, TrainingOptions options)
    {
        CheckNotEmpty(train, nameof(train));
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validation is { } samples)
            CheckNotEmpty(samples, "validation");
        if (options.Epochs <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), $"A run goes through the samples at least once, but {options.Epochs} epochs were asked for.");
        CheckParameters(trainer);
        Augmentation.RequireRandom(options.Augmentation, options.Random);
        _ = trainer.Model.OutputShape(options.Augmentation?.OutputShape(train.Inputs.Shape) ?? train.Inputs.Shape);
        this.trainer = trainer;
        this.options = options;
        loader = new BatchLoader(train, options.BatchSize, reuseBuffers: true, options.DropLast, options.Augmentation);
        validationLoader = options.Validation is null ? null : new BatchLoader(options.Validation, options.BatchSize, reuseBuffers: true);
        modes = new LayerModes(trainer.Model);
    }

    /// <summary>The run. Between two steps everything is consistent, so it may be left at any of them.</summary>
    internal IEnumerable<TrainingStep> Steps()
    {
        long stepCount = (long)options.Epochs * loader.Count;
        trainer.History.Reserve((int)Math.Min(stepCount, 1 << 20));
        long start = Stopwatch.GetTimestamp();
        int skipped = trainer.BeginRun();
        int done = skipped * loader.Count;
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            // Epochs done before a restored run was stopped are shuffled too, so that the generator gives what it would have given.
            if (options.Random is not null)
                loader.Shuffle(options.Random);
            if (epoch <= skipped)
                continue;
            Tally tally = new(trainer.Threshold);
            for (int i = 0; i < loader.Count; i++)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                Interruption.Token.ThrowIfCancellationRequested();
                TrainingStep step = Step(loader.Load(i), ref tally, endsEpoch: i == loader.Count - 1);
                done++;
                options.Progress?.Report(Progress(step, done, skipped * loader.Count, (int)stepCount, epoch, Stopwatch.GetElapsedTime(start)));
                yield return step;
            }
        }
    }

    /// <exception cref="ArgumentException">There are no samples.</exception>
    internal static void CheckNotEmpty(Dataset samples, string name)
    {
        ArgumentNullException.ThrowIfNull(samples, name);
        if (samples.Count == 0)
            throw new ArgumentException($"There are no samples in '{name}': {samples}. Give at least one.", name);
    }

    private TrainingStep Step(Batch batch, ref Tally tally, bool endsEpoch)
    {
        TrainingStep step;
        modes.Save();
        if (!trainer.Model.IsTraining)
            trainer.Model.Train();
        try
        {
            using StepScope scope = trainer.Memory.Step();
            Tensor prediction = trainer.Model.Forward(batch.Inputs), loss = trainer.Loss.Forward(prediction, batch);
            step = new TrainingStep(trainer.History.StepLosses.Count + 1, trainer.History.Epochs.Count + 1,
                loss.ToScalar(), trainer.Optimizer.LearningRate, endsEpoch);
            if (!float.IsFinite(step.Loss))
                throw Divergence.Explain(trainer, batch, step);
            tally.Add(step.Loss, prediction, batch);
            for (int i = 0; i < trainer.Penalties.Count; i++)
                loss += trainer.Penalties[i].Forward();
            trainer.Model.ZeroGrad();
            loss.Backward();
            trainer.AfterBackward?.Invoke();
            trainer.Optimizer.Step();
        }
        finally
        {
            modes.Restore();
        }
        trainer.History.Add(step);
        if (endsEpoch)
            EndEpoch(step, tally);
        return step;
    }

    private void EndEpoch(in TrainingStep step, in Tally tally)
    {
        Evaluation? validated = options.Validation is null ? null : trainer.Evaluate(options.Validation, validationLoader!, modes);
        trainer.History.Add(new Epoch(step.Epoch, tally.Loss, tally.Accuracy, validated?.Loss, validated?.Accuracy, step.LearningRate, step.Number));
        trainer.Schedule?.Step((float)(validated?.Loss ?? tally.Loss));
        trainer.EndEpoch();
    }

    private TrainingProgress Progress(in TrainingStep step, int done, int skipped, int stepCount, int epoch, TimeSpan elapsed) =>
        new(done, stepCount, epoch, options.Epochs, step.Loss, elapsed, elapsed * ((double)(stepCount - done) / (done - skipped)));

    private static void CheckParameters(Trainer trainer)
    {
        IReadOnlyList<Parameter> ofModel = trainer.Model.Parameters;
        HashSet<Parameter> held = [.. trainer.Optimizer.Parameters];
        Parameter[] missing = [.. ofModel.Where(parameter => parameter.RequiresGrad && !held.Contains(parameter))];
        if (missing.Length == ofModel.Count)
            throw new TrainingException($"The optimizer holds none of the model's {ofModel.Count} parameters, so nothing would train. Make it from this model: new {trainer.Optimizer.GetType().Name}(model.Parameters, ...).");
        if (missing.Length > 0 && !trainer.AllowsFrozenParameters)
            throw new TrainingException($"The optimizer holds only some of the model's parameters; these would never train: {string.Join(", ", missing.Select(parameter => parameter.Path))}. Give it model.Parameters, after all layers have been added, or set the trainer's AllowsFrozenParameters where that is meant.");
    }
}
