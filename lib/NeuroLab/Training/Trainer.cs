using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Ops;
using NeuroLab.Optimization;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>
/// Trains a model: batch by batch forward, loss, backward, step.
/// </summary>
/// <remarks>
/// <para>A run is an enumeration: it does one epoch (or step) each time the loop asks for the next, so the loop's body can
/// watch, draw, change the learning rate, or stop it with <c>break</c>. Whatever was done until then stays done, and stands in
/// <see cref="History"/>; a further run goes on from there.</para>
/// <para>Between two steps the model is as its owner left it: mode and buffers are changed only while a step is under way.</para>
/// </remarks>
/// <example>
/// <code>
/// var trainer = new Trainer(model, new CrossEntropyLoss(), new SGD(model.Parameters, learningRate: 0.1f));
/// foreach (Epoch epoch in trainer.Run(train, new(Epochs: 30, BatchSize: 64, random, validation)))
///     Console.WriteLine(epoch);
/// </code>
/// </example>
/// <param name="model">What is trained.</param>
/// <param name="loss">What is made small.</param>
/// <param name="optimizer">What moves the model's parameters.</param>
public sealed partial class Trainer(Layer model, Loss loss, Optimizer optimizer)
{
    /// <summary>What is trained.</summary>
    public Layer Model { get; } = model ?? throw new ArgumentNullException(nameof(model));

    /// <summary>What is made small.</summary>
    public Loss Loss { get; } = loss ?? throw new ArgumentNullException(nameof(loss));

    /// <summary>What moves the model's parameters.</summary>
    public Optimizer Optimizer { get; } = optimizer ?? throw new ArgumentNullException(nameof(optimizer));

    /// <summary>What happened in all runs so far.</summary>
    public History History { get; } = new();

    /// <summary>
    /// Where a single output changes from class 0 to class 1 when accuracy is counted: at the start 0 with
    /// <see cref="BCEWithLogitsLoss"/>, which takes logits, else 0.5.
    /// </summary>
    public double Threshold { get; init; } = loss is BCEWithLogitsLoss ? 0 : 0.5;

    /// <summary>Whether parts of the model may stay as they are because the optimizer does not hold them. Else that is an error.</summary>
    public bool AllowsFrozenParameters { get; init; }

    /// <summary>What changes the learning rate at the end of each epoch; null leaves it as it is. It sees the validation loss, or the training loss where nothing is validated.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>What steps and evaluations work in, so that they allocate nothing after the first few.</summary>
    internal StepMemory Memory { get; } = new();

    /// <summary>
    /// Prices on large weights, which are added to the loss. The losses in the history are without them, so
    /// that training and validation can be compared.
    /// </summary>
    public IReadOnlyList<Penalty> Penalties { get; init; } = [];

    /// <summary>
    /// What is done between the backward pass and the optimizer's step, such as clipping gradients.
    /// </summary>
    public Action? AfterBackward { get; set; }

    /// <summary>Trains epoch by epoch. Nothing happens until the result is enumerated.</summary>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="options">How often, in which batches, in which order, and on what the model is judged.</param>
    /// <returns>Each epoch as it is finished.</returns>
    /// <exception cref="ArgumentException">There are no samples, or a number is not positive.</exception>
    /// <exception cref="TrainingException">The optimizer does not hold the model's parameters, or the loss is no longer a number.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public IEnumerable<Epoch> Run(Dataset train, TrainingOptions options) =>
        Steps(train, options).Where(step => step.EndsEpoch).Select(_ => History.Epochs[^1]);

    /// <summary>Trains step by step, for a finer look. Nothing happens until the result is enumerated.</summary>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="options">How often, in which batches, in which order, and on what the model is judged.</param>
    /// <returns>Each step when it is done. Exceptions are those of <see cref="Run"/>.</returns>
    public IEnumerable<TrainingStep> Steps(Dataset train, TrainingOptions options) => new TrainingRun(this, train, options).Steps();

    /// <summary>Trains through to the end at once.</summary>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="options">How often, in which batches, in which order, and on what the model is judged.</param>
    /// <returns>The history. Exceptions are those of <see cref="Run"/>.</returns>
    public History Fit(Dataset train, TrainingOptions options)
    {
        foreach (TrainingStep _ in Steps(train, options))
        {
        }
        return History;
    }

    /// <summary>Judges the model on samples, in eval mode, without learning from them.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="batchSize">How many are worked through at once.</param>
    /// <exception cref="ArgumentException">There are no samples, or the batch size is not positive.</exception>
    public Evaluation Evaluate(Dataset samples, int batchSize = 256)
    {
        TrainingRun.CheckNotEmpty(samples, nameof(samples));
        return Evaluate(samples, new BatchLoader(samples, batchSize, reuseBuffers: true), new LayerModes(Model));
    }

    internal Evaluation Evaluate(Dataset samples, BatchLoader loader, LayerModes modes)
    {
        Tally tally = new(Threshold);
        modes.Save();
        Model.Eval();
        try
        {
            for (int i = 0; i < loader.Count; i++)
            {
                Interruption.Token.ThrowIfCancellationRequested();
                Batch batch = loader.Load(i);
                using NoGrad noGrad = new();
                using StepScope step = Memory.Step();
                Tensor prediction = Model.Forward(batch.Inputs);
                tally.Add(Loss.Forward(prediction, batch).ToScalar(), prediction, batch);
            }
        }
        finally
        {
            modes.Restore();
        }
        return new Evaluation(tally.Loss, tally.Accuracy, samples.Count);
    }
}
