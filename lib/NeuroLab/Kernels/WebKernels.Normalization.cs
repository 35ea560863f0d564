namespace NeuroLab.Kernels;

/// <content>Batch normalization of rows, and layer normalization.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>y = (x - mean) scale + shift, row by row.</summary>
    internal static void NormalizeRows(
        ReadOnlySpan<float> x, ReadOnlySpan<float> mean, ReadOnlySpan<float> scale, ReadOnlySpan<float> shift, Span<float> y)
    {
        nint* arguments = stackalloc[] { At(x), x.Length / mean.Length, mean.Length, At(mean), At(scale), At(shift), At<float>(y) };
        normalizeRows(arguments);
    }

    /// <summary>normalized = (x - mean) inverseDeviation, row by row, and what is summed up of dy and of dy normalized in each column.</summary>
    internal static void SumRows(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, ReadOnlySpan<float> mean, ReadOnlySpan<float> inverseDeviation, Span<float> normalized,
        Span<double> sumDy, Span<double> sumDyX)
    {
        nint* arguments = stackalloc[]
        {
            At(x), At(dy), x.Length / mean.Length, mean.Length, At(mean), At(inverseDeviation), At<float>(normalized), At<double>(sumDy), At<double>(sumDyX),
        };
        sumRows(arguments);
    }

    /// <summary>dx = (normalized meanDyX + dy - meanDy) scale, row by row, where normalized was.</summary>
    internal static void NormalizeRowsBack(
        Span<float> normalized, ReadOnlySpan<float> dy, ReadOnlySpan<float> meanDyX, ReadOnlySpan<float> meanDy, ReadOnlySpan<float> scale)
    {
        nint* arguments = stackalloc[] { At<float>(normalized), At(dy), dy.Length / scale.Length, scale.Length, At(meanDyX), At(meanDy), At(scale) };
        normalizeRowsBack(arguments);
    }

    /// <summary>normalized = (x - mean) / deviation of one sample.</summary>
    /// <returns>1 / deviation.</returns>
    internal static float NormalizeSample(ReadOnlySpan<float> x, float epsilon, Span<float> normalized)
    {
        float inverseDeviation;
        nint* arguments = stackalloc[] { At(x), x.Length, BitConverter.SingleToInt32Bits(epsilon), At<float>(normalized), (nint)(&inverseDeviation) };
        normalizeSample(arguments);
        return inverseDeviation;
    }
}
