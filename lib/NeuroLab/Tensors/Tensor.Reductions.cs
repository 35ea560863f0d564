namespace NeuroLab.Tensors;

/// <content>
/// Reductions: many numbers to one, over all elements or along one axis. Sums are taken in element order and double precision,
/// so that the same tensor gives the same bits everywhere. A negative axis counts from the end: -1 is the last.
/// </content>
public sealed partial class Tensor
{
    private delegate float Reduction(ReadOnlySpan<float> values);

    /// <summary>The sum of all elements; 0 where there are none.</summary>
    public float Sum() => SumOf(values);

    /// <summary>The sums along an axis.</summary>
    /// <param name="axis">The axis that is summed over.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1, so that the result broadcasts against this tensor.</param>
    public Tensor Sum(int axis, bool keepAxis = false) => Reduce(axis, keepAxis, SumOf);

    /// <summary>The mean of all elements.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Mean() => MeanOf(NotEmpty(values));

    /// <summary>The means along an axis.</summary>
    /// <param name="axis">The axis that is averaged over.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor Mean(int axis, bool keepAxis = false) => Reduce(axis, keepAxis, MeanOf);

    /// <summary>The largest element; not a number if one of them is not.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Max() => TensorPrimitives.Max(NotEmpty(values));

    /// <summary>The largest elements along an axis.</summary>
    /// <param name="axis">The axis that is searched.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor Max(int axis, bool keepAxis = false) => Reduce(axis, keepAxis, TensorPrimitives.Max);

    /// <summary>The smallest element; not a number if one of them is not.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Min() => TensorPrimitives.Min(NotEmpty(values));

    /// <summary>The smallest elements along an axis.</summary>
    /// <param name="axis">The axis that is searched.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor Min(int axis, bool keepAxis = false) => Reduce(axis, keepAxis, TensorPrimitives.Min);

    /// <summary>The place of the largest element in row-major order, the first of equals.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public int ArgMax() => TensorPrimitives.IndexOfMax(NotEmpty(values));

    /// <summary>The places of the largest elements along an axis, the first of equals: for logits (batch, classes), <c>ArgMax(1)</c> names the classes.</summary>
    /// <param name="axis">The axis that is searched.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor ArgMax(int axis, bool keepAxis = false) => Reduce(axis, keepAxis, static row => TensorPrimitives.IndexOfMax(row));

    /// <summary>The variance of all elements, Σ (x - mean)² / (n - 1), as PyTorch computes it.</summary>
    /// <param name="unbiased">Whether to divide by n - 1 (the estimate from a sample) or by n.</param>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Variance(bool unbiased = true) => VarianceOf(NotEmpty(values), unbiased);

    /// <summary>The variances along an axis.</summary>
    /// <param name="axis">The axis along which numbers spread.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    /// <param name="unbiased">Whether to divide by n - 1 (the estimate from a sample) or by n.</param>
    public Tensor Variance(int axis, bool keepAxis = false, bool unbiased = true) => Reduce(axis, keepAxis, row => VarianceOf(row, unbiased));

    /// <summary>The standard deviation of all elements: the square root of <see cref="Variance(bool)"/>.</summary>
    /// <param name="unbiased">Whether to divide by n - 1 (the estimate from a sample) or by n.</param>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float StandardDeviation(bool unbiased = true) => MathF.Sqrt(Variance(unbiased));

    /// <summary>The length of the tensor as a vector, √ Σ x².</summary>
    public float Norm()
    {
        double sum = 0;
        foreach (float value in values)
            sum += (double)value * value;
        return (float)Math.Sqrt(sum);
    }

    private Tensor Reduce(int axis, bool keepAxis, Reduction reduction)
    {
        int reduced = AxisAt(axis), size = Shape[reduced];
        if (size == 0 && reduction != SumOf)
            throw new InvalidOperationException($"Axis {axis} of a tensor of shape {Shape} is empty, so there is nothing to reduce along it.");
        int inner = 1;
        for (int later = reduced + 1; later < Rank; later++)
            inner *= Shape[later];

        Tensor result = new(Shape.With(reduced, 1));
        float[] line = new float[size];
        for (int i = 0; i < result.Length; i++)
        {
            int start = i / inner * inner * size + i % inner;
            for (int k = 0; k < size; k++)
                line[k] = values[start + k * inner];
            result.values[i] = reduction(line);
        }
        return keepAxis ? result : result.Reshape(Shape.Without(reduced));
    }

    /// <summary>An axis counted from either end, as one counted from the start.</summary>
    private int AxisAt(int axis) => axis >= -Rank && axis < Rank
        ? axis < 0 ? axis + Rank : axis
        : throw new ArgumentOutOfRangeException(nameof(axis), $"A tensor of shape {Shape} has no axis {axis}: its axes are numbered 0 to {Rank - 1}, or -{Rank} to -1 from the end.");

    private ReadOnlySpan<float> NotEmpty(float[] elements) => elements.Length > 0
        ? elements
        : throw new InvalidOperationException($"A tensor of shape {Shape} has no elements, so there is nothing to reduce.");

    private static float SumOf(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
            sum += value;
        return (float)sum;
    }

    private static float MeanOf(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
            sum += value;
        return (float)(sum / values.Length);
    }

    private static float VarianceOf(ReadOnlySpan<float> values, bool unbiased)
    {
        double mean = 0, squares = 0;
        foreach (float value in values)
            mean += value;
        mean /= values.Length;
        foreach (float value in values)
            squares += (value - mean) * (value - mean);
        return (float)(squares / (unbiased ? values.Length - 1 : values.Length));
    }
}
