using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// A single number from a prediction and what it should be. Shapes: prediction p any, target t as the loss takes it, L ().
/// </summary>
/// <remarks>Loss and gradient share most of their work, so the forward pass does both, and the backward pass multiplies by dL.</remarks>
internal abstract class LossOp : Operation
{
    private static readonly Shape Single = new(ReadOnlySpan<int>.Empty);
    private float[] gradient = [];

    /// <inheritdoc/>
    protected sealed override Shape OutputShape() => Single;

    /// <inheritdoc/>
    protected sealed override void Forward(Tensor y)
    {
        if (gradient.Length != Input(0).Length)
            gradient = new float[Input(0).Length];
        y.Values[0] = Compute(Input(0).Values, InputCount > 1 ? Input(1).Values : [], gradient);
    }

    /// <inheritdoc/>
    protected sealed override void Backward(Tensor y, Tensor dy)
    {
        if (GradientOf(0) is { } dp)
            TensorPrimitives.Multiply(gradient, dy.Values[0], dp.Values);
        if (InputCount > 1 && GradientOf(1) is { } dt)
        {
            ComputeTargetGradient(Input(0).Values, gradient, dt.Values);
            TensorPrimitives.Multiply(dt.Values, dy.Values[0], dt.Values);
        }
    }

    /// <summary>L, and d L / d p.</summary>
    /// <param name="prediction">p.</param>
    /// <param name="target">t, unless the loss takes labels.</param>
    /// <param name="gradient">Where d L / d p goes.</param>
    protected abstract float Compute(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient);

    /// <summary>d L / d t. A loss of the difference p - t, as most are, has d L / d t = -d L / d p.</summary>
    /// <param name="prediction">p.</param>
    /// <param name="gradient">d L / d p.</param>
    /// <param name="targetGradient">Where d L / d t goes.</param>
    protected virtual void ComputeTargetGradient(ReadOnlySpan<float> prediction, ReadOnlySpan<float> gradient, Span<float> targetGradient) =>
        TensorPrimitives.Negate(gradient, targetGradient);
}
