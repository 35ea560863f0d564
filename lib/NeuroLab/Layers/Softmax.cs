using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Softmax over the last axis, yᵢ = exp(xᵢ) / Σ exp(xⱼ): turns any numbers into probabilities that sum to 1. Any shape.
/// </summary>
/// <remarks>The largest x of a row is subtracted first, which changes nothing but keeps exp from overflowing.</remarks>
public sealed class Softmax : FormulaLayer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => RequireLastAxis(this, input);

    /// <summary>yᵢ = exp(xᵢ - max) / Σ exp(xⱼ - max).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        int size = x.Shape[^1];
        for (int start = 0; start < x.Length; start += size)
        {
            ReadOnlySpan<float> logits = x.Values.Slice(start, size);
            Span<float> row = y.Values.Slice(start, size);
            TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Divide(row, TensorPrimitives.Sum(row), row);
        }
    }

    /// <summary>dxᵢ = yᵢ (dyᵢ - Σ dyⱼ yⱼ).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        int size = x.Shape[^1];
        for (int start = 0; start < x.Length; start += size)
        {
            ReadOnlySpan<float> row = y.Values.Slice(start, size), above = dy.Values.Slice(start, size);
            Span<float> result = dx.Values.Slice(start, size);
            TensorPrimitives.Subtract(above, TensorPrimitives.Dot(above, row), result);
            TensorPrimitives.Multiply(result, row, result);
        }
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
