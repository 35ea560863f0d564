using NeuroLab.Tensors;

namespace NeuroLab.Losses;

/// <summary>
/// A single number that says how far predictions are from what they should be, and its gradient.
/// </summary>
public abstract class Loss
{
    private readonly Workspace buffers = new();
    private Tensor? gradient;
    private bool hasGradient;

    /// <summary>
    /// Whether the tensor that <see cref="Backward"/> returns is written over by the next call with the same shape.
    /// A training loop switches this on, so that its steps allocate nothing; it is off at the start.
    /// </summary>
    public bool ReusesBuffers { get; set; }

    /// <summary>The loss of a batch: the mean over its elements.</summary>
    /// <param name="prediction">What the model gave.</param>
    /// <param name="target">What it should have given.</param>
    /// <exception cref="ShapeException">The two don't fit together.</exception>
    public float Forward(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        hasGradient = false;
        CheckShapes(prediction.Shape, target.Shape);
        if (prediction.Length == 0)
            throw new ShapeException($"{this} was given an empty batch, a prediction of shape {prediction.Shape}: the mean over nothing is not a number. Give at least one sample.");
        gradient = ReusesBuffers ? buffers.Take(prediction.Shape) : new Tensor(prediction.Shape);
        float loss = Compute(prediction, target, gradient);
        hasGradient = true;
        return loss;
    }

    /// <summary>d loss / d prediction of the last <see cref="Forward"/>, in the shape of the prediction.</summary>
    /// <exception cref="InvalidOperationException">There was no forward pass yet.</exception>
    public Tensor Backward() => hasGradient
        ? gradient!
        : throw new InvalidOperationException($"{this} was asked for its gradient, but it has not been computed yet: call Forward first.");

    /// <summary>The loss, and its gradient in the same pass: the two share most of their work.</summary>
    /// <param name="prediction">What the model gave.</param>
    /// <param name="target">What it should have given; its shape has been checked.</param>
    /// <param name="gradient">Where d loss / d prediction goes. It may hold numbers from the step before: overwrite all of it.</param>
    protected abstract float Compute(Tensor prediction, Tensor target, Tensor gradient);

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
