using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// A single number that says how far predictions are from what they should be.
/// </summary>
/// <example>
/// <code>
/// Tensor loss = criterion.Forward(model.Forward(x), labels);
/// optimizer.ZeroGrad();
/// loss.Backward();
/// optimizer.Step();
/// </code>
/// </example>
public abstract class Loss
{
    /// <summary>The loss of a batch of values: the mean over its elements.</summary>
    /// <param name="prediction">What the model gave.</param>
    /// <param name="target">What it should have given.</param>
    /// <returns>A tensor of one number, from which <see cref="Tensor.Backward()"/> goes back.</returns>
    /// <exception cref="ShapeException">The two don't fit together.</exception>
    /// <exception cref="ArgumentException">This is a loss of labels.</exception>
    public Tensor Forward(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (TakesLabels)
            throw new ArgumentException($"{this} takes labels, the whole number of each sample's class in an int[], but was given a tensor of shape {target.Shape}. Give dataset.Labels or batch.Labels; target.ToLabels() makes labels of whole numbers, and one-hot targets are not needed.", nameof(target));
        if (prediction.Shape != target.Shape)
            throw new ShapeException($"{this} compares number with number, so prediction and target must have the same shape, but the prediction has {prediction.Shape} and the target {target.Shape}.");
        RequireSamples(prediction);
        return Compute(prediction, target);
    }

    /// <summary>The loss of a batch of classes: the mean over its samples.</summary>
    /// <param name="prediction">What the model gave, shape (batch, classes).</param>
    /// <param name="labels">The number of each sample's class, counted from 0.</param>
    /// <returns>A tensor of one number, from which <see cref="Tensor.Backward()"/> goes back.</returns>
    /// <exception cref="ShapeException">The two don't fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative, or too large for the number of classes.</exception>
    /// <exception cref="ArgumentException">This is a loss of values.</exception>
    public Tensor Forward(Tensor prediction, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(labels);
        if (!TakesLabels)
            throw new ArgumentException($"{this} compares number with number, but was given labels. Give targets of the prediction's shape, {prediction.Shape}: dataset.WithTargetColumn() makes them of two classes. For more classes use CrossEntropyLoss.", nameof(labels));
        LabelCheck.RequireFit(labels, prediction.Shape);
        RequireSamples(prediction);
        return Compute(prediction, labels);
    }

    /// <summary>The loss of a batch, by its labels or by its targets, whichever this loss takes.</summary>
    /// <param name="prediction">What the model gave for the inputs.</param>
    /// <param name="samples">The batch.</param>
    /// <returns>A tensor of one number, from which <see cref="Tensor.Backward()"/> goes back.</returns>
    /// <exception cref="InvalidOperationException">The batch does not have what this loss takes.</exception>
    public Tensor Forward(Tensor prediction, Samples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return TakesLabels ? Forward(prediction, samples.Labels) : Forward(prediction, samples.Targets);
    }

    /// <summary>Whether this is a loss of labels, which overrides <see cref="Compute(Tensor, int[])"/>; else it is one of values.</summary>
    protected virtual bool TakesLabels => false;

    /// <summary>The loss of values.</summary>
    /// <param name="prediction">What the model gave.</param>
    /// <param name="target">What it should have given, in the same shape.</param>
    protected virtual Tensor Compute(Tensor prediction, Tensor target) => throw new NotSupportedException($"{GetType().Name} has to override Compute(Tensor prediction, Tensor target).");

    /// <summary>The loss of labels.</summary>
    /// <param name="prediction">What the model gave, shape (batch, classes).</param>
    /// <param name="labels">The labels, which have been checked.</param>
    protected virtual Tensor Compute(Tensor prediction, int[] labels) => throw new NotSupportedException($"{GetType().Name} has to override Compute(Tensor prediction, int[] labels).");

    /// <summary>The name of the loss.</summary>
    public override string ToString() => $"{GetType().Name}()";

    private void RequireSamples(Tensor prediction)
    {
        if (prediction.Length == 0)
            throw new ShapeException($"{this} was given an empty batch, a prediction of shape {prediction.Shape}: the mean over nothing is not a number. Give at least one sample.");
    }
}
