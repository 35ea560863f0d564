using NeuroLab.Kernels;

namespace NeuroLab.Tensors;

/// <summary>Sums and what is made of them, taken in element order and double precision, so that the same numbers give the same bits everywhere.</summary>
internal static class Statistics
{
    internal static float Sum(ReadOnlySpan<float> values) => (float)ExactSum(values);

    internal static float Mean(ReadOnlySpan<float> values) => (float)(ExactSum(values) / values.Length);

    /// <summary>Σ (x - mean)², divided by n - 1 (the estimate from a sample) or by n.</summary>
    internal static float Variance(ReadOnlySpan<float> values, bool unbiased)
    {
        double squares = SumOfSquares(values, ExactSum(values) / values.Length);
        return (float)(squares / (unbiased ? values.Length - 1 : values.Length));
    }

    /// <summary>Σ (x - mean)².</summary>
    internal static double SumOfSquares(ReadOnlySpan<float> values, double mean = 0)
    {
        if (WebKernels.AreThere)
            return WebKernels.SumOfSquares(values, mean);
        double sum = 0;
        foreach (float value in values)
            sum += (value - mean) * (value - mean);
        return sum;
    }

    private static double ExactSum(ReadOnlySpan<float> values)
    {
        if (WebKernels.AreThere)
            return WebKernels.Sum(values);
        double sum = 0;
        foreach (float value in values)
            sum += value;
        return sum;
    }
}
