using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Normalization of every sample over its last axes. Shapes: x and y (..., normalized shape), w and b (normalized shape).</summary>
internal sealed class LayerNormOp : Operation
{
    private readonly Workspace scaled = new(), normalizedSample = new();
    private float epsilon;

    internal static Tensor Of(Tensor x, Tensor weight, Tensor bias, float epsilon)
    {
        LayerNormOp operation = Take<LayerNormOp>(x, weight, bias);
        operation.epsilon = epsilon;
        return operation.Run(x.Shape);
    }

    /// <summary>y = w (x - mean) / √(variance + ε) + b, sample by sample.</summary>
    protected override void Forward(Tensor y)
    {
        Tensor x = Input(0), weight = Input(1), bias = Input(2);
        for (int start = 0; start < x.Length; start += weight.Length)
        {
            Span<float> result = y.Values.Slice(start, weight.Length);
            Normalize(x.Values.Slice(start, weight.Length), result);
            TensorPrimitives.MultiplyAdd(result, weight.Values, bias.Values, result);
        }
    }

    /// <summary>
    /// With x̂ = (x - mean) / √(variance + ε) and g = w dy: dw = Σ dy x̂, db = Σ dy, dx = (g - mean of g - x̂ · mean of g x̂) / √(variance + ε).
    /// </summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        Tensor x = Input(0), weight = Input(1);
        Tensor? dw = GradientOf(1), db = GradientOf(2), dx = GradientOf(0);
        dw?.Values.Clear();
        db?.Values.Clear();
        int size = weight.Length;
        Span<float> g = scaled.Take(size).Values, scratch = normalizedSample.Take(size).Values;
        for (int start = 0; start < x.Length; start += size)
        {
            ReadOnlySpan<float> above = dy.Values.Slice(start, size);
            Span<float> normalized = dx is null ? scratch : dx.Values.Slice(start, size);
            float inverseDeviation = Normalize(x.Values.Slice(start, size), normalized);
            if (dw is not null)
                TensorPrimitives.MultiplyAdd(above, normalized, dw.Values, dw.Values);
            if (db is not null)
                TensorPrimitives.Add(above, db.Values, db.Values);

            TensorPrimitives.Multiply(weight.Values, above, g);
            float meanG = TensorPrimitives.Sum<float>(g) / size, meanGX = TensorPrimitives.Dot<float>(g, normalized) / size;
            TensorPrimitives.MultiplyAdd(normalized, -meanGX, g, normalized);
            TensorPrimitives.Subtract(normalized, meanG, normalized);
            TensorPrimitives.Multiply(normalized, inverseDeviation, normalized);
        }
    }

    /// <summary>x̂ = (x - mean) / √(variance + ε) of one sample.</summary>
    /// <returns>1 / √(variance + ε).</returns>
    private float Normalize(ReadOnlySpan<float> sample, Span<float> normalized)
    {
        if (WebKernels.AreThere)
            return WebKernels.NormalizeSample(sample, epsilon, normalized);
        double sum = 0, squares = 0;
        foreach (float value in sample)
            sum += value;
        double mean = sum / sample.Length;
        foreach (float value in sample)
            squares += (value - mean) * (value - mean);
        float inverseDeviation = (float)(1 / Math.Sqrt(squares / sample.Length + epsilon));
        TensorPrimitives.Subtract(sample, (float)mean, normalized);
        TensorPrimitives.Multiply(normalized, inverseDeviation, normalized);
        return inverseDeviation;
    }
}
