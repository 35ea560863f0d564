using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Softmax over the last axis, yᵢ = exp(xᵢ) / Σ exp(xⱼ): turns any numbers into probabilities that sum to 1. Any shape.
/// </summary>
/// <remarks>The largest x of a row is subtracted first, which changes nothing but keeps exp from overflowing.</remarks>
public sealed class Softmax : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => RequireLastAxis(this, input);

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        OutputShapeOf(x);
        return x.Softmax();
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "Softmax()";

    internal static Shape RequireLastAxis(Layer layer, Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank > 0 && input[^1] > 0
            ? input
            : throw new ShapeException($"{layer.Describe()} works along the last axis, which must have at least one place, but was given {input}. Logits have the shape (batch, classes).");
    }
}
