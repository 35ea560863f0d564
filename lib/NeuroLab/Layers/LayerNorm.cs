using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Layer normalization: brings every sample by itself to mean 0 and variance 1 over its last axes, then scales and shifts each
/// place by what it has learned.
/// </summary>
/// <remarks>
/// Shapes: x and y (..., normalized shape), weight and bias (normalized shape). y = w · (x - mean) / √(variance + ε) + b.
/// J. Ba, J. Kiros and G. Hinton, "Layer normalization", 2016.
/// </remarks>
public sealed class LayerNorm : Layer
{
    /// <summary>Layer normalization over one axis, the last.</summary>
    /// <param name="features">Its size.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    public LayerNorm(int features, float epsilon = 1e-5f)
        : this(new Shape(("features", features)), epsilon)
    {
    }

    /// <summary>Layer normalization over the last axes.</summary>
    /// <param name="normalizedShape">Their sizes.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    public LayerNorm(Shape normalizedShape, float epsilon = 1e-5f)
    {
        ArgumentNullException.ThrowIfNull(normalizedShape);
        ArgumentOutOfRangeException.ThrowIfZero(normalizedShape.ElementCount, nameof(normalizedShape));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        NormalizedShape = normalizedShape;
        Epsilon = epsilon;
        Weight = AddParameter("weight", Tensor.Full(normalizedShape, 1));
        Bias = AddParameter("bias", new Tensor(normalizedShape));
    }

    /// <summary>The sizes of the last axes, over which each sample is normalized.</summary>
    public Shape NormalizedShape { get; }

    /// <summary>ε, which keeps the division possible where a sample does not vary.</summary>
    public float Epsilon { get; }

    /// <summary>w, in the normalized shape; it starts at 1.</summary>
    public Parameter Weight { get; }

    /// <summary>b, in the normalized shape; it starts at 0.</summary>
    public Parameter Bias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int leading = input.Rank - NormalizedShape.Rank;
        if (leading >= 1 && input.Skip(leading).SequenceEqual(NormalizedShape))
            return input;
        throw new ShapeException($"{Describe()} expects an input whose first axis is the batch and whose last axes are {NormalizedShape}, but was given {input}. Give the layer the shape of one sample.");
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        OutputShapeOf(x);
        return LayerNormOp.Of(x, Weight.Value, Bias.Value, Epsilon);
    }

    /// <summary>The layer with its shape, such as <c>LayerNorm(features 64)</c>.</summary>
    public override string ToString() => $"LayerNorm{NormalizedShape}";
}
