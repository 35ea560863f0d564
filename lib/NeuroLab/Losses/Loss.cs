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
    /// <summary>The loss of a batch: the mean over its elements.</summary>
    /// <param name="prediction">What the model gave.</param>
    /// <param name="target">What it should have given.</param>
    /// <returns>A tensor of one number, from which <see cref="Tensor.Backward()"/> goes back.</returns>
    /// <exception cref="ShapeException">The two don't fit together.</exception>
    public Tensor Forward(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        CheckShapes(prediction.Shape, target.Shape);
        if (prediction.Length == 0)
            throw new ShapeException($"{this} was given an empty batch, a prediction of shape {prediction.Shape}: the mean over nothing is not a number. Give at least one sample.");
        return Compute(prediction, target);
    }

    /// <summary>The loss.</summary>
    /// <param name="prediction">What the model gave.</param>
    /// <param name="target">What it should have given; its shape has been checked.</param>
    protected abstract Tensor Compute(Tensor prediction, Tensor target);

    /// <summary>Whether prediction and target fit together. The rule here is that of most losses: both have the same shape.</summary>
    /// <param name="prediction">The prediction's shape.</param>
    /// <param name="target">The target's shape.</param>
    protected virtual void CheckShapes(Shape prediction, Shape target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        if (prediction != target)
            throw new ShapeException($"{this} compares number with number, so prediction and target must have the same shape, but the prediction has {prediction} and the target {target}.");
    }

    /// <summary>The name of the loss.</summary>
    public override string ToString() => $"{GetType().Name}()";
}
