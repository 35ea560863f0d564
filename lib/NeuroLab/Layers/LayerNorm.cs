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
public sealed class LayerNorm : FormulaLayer
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

    /// <summary>y = w (x - mean) / √(variance + ε) + b, sample by sample.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        int size = NormalizedShape.ElementCount;
        for (int start = 0; start < x.Length; start += size)
        {
            (float mean, float inverseDeviation) = MomentsOf(x.Values.Slice(start, size));
            for (int i = 0; i < size; i++)
                y.Values[start + i] = Weight.Value.Values[i] * (x.Values[start + i] - mean) * inverseDeviation + Bias.Value.Values[i];
        }
    }

    /// <summary>
    /// With x̂ = (x - mean) / √(variance + ε) and g = w dy: dw += dy x̂, db += dy, dx = (g - mean of g - x̂ · mean of g x̂) / √(variance + ε).
    /// </summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        int size = NormalizedShape.ElementCount;
        for (int start = 0; start < x.Length; start += size)
        {
            (float mean, float inverseDeviation) = MomentsOf(x.Values.Slice(start, size));
            double sumG = 0, sumGX = 0;
            for (int i = 0; i < size; i++)
            {
                float normalized = (x.Values[start + i] - mean) * inverseDeviation, above = dy.Values[start + i];
                Weight.Gradient.Values[i] += above * normalized;
                Bias.Gradient.Values[i] += above;
                sumG += Weight.Value.Values[i] * above;
                sumGX += Weight.Value.Values[i] * above * normalized;
            }
            float meanG = (float)(sumG / size), meanGX = (float)(sumGX / size);
            for (int i = 0; i < size; i++)
            {
                float normalized = (x.Values[start + i] - mean) * inverseDeviation;
                dx.Values[start + i] = (Weight.Value.Values[i] * dy.Values[start + i] - meanG - normalized * meanGX) * inverseDeviation;
            }
        }
    }

    /// <summary>The layer with its shape, such as <c>LayerNorm(features 64)</c>.</summary>
    public override string ToString() => $"LayerNorm{NormalizedShape}";

    private (float Mean, float InverseDeviation) MomentsOf(ReadOnlySpan<float> sample)
    {
        double sum = 0, squares = 0;
        foreach (float value in sample)
            sum += value;
        double mean = sum / sample.Length;
        foreach (float value in sample)
            squares += (value - mean) * (value - mean);
        return ((float)mean, (float)(1 / Math.Sqrt(squares / sample.Length + Epsilon)));
    }
}
