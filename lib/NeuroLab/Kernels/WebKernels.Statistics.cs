namespace NeuroLab.Kernels;

/// <content>Sums in double precision.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>The sum in double precision.</summary>
    internal static double Sum(ReadOnlySpan<float> values)
    {
        double result;
        nint* arguments = stackalloc[] { At(values), values.Length, 0, (nint)(&result) };
        sum(arguments);
        return result;
    }

    /// <summary>The sum of the squares of what is left when a mean is taken away, in double precision.</summary>
    internal static double SumOfSquares(ReadOnlySpan<float> values, double mean)
    {
        double result;
        nint* arguments = stackalloc[] { At(values), values.Length, (nint)(&mean), (nint)(&result) };
        sum(arguments);
        return result;
    }

    /// <summary>The mean and the variance of each channel.</summary>
    /// <param name="values">Run after run, one of each channel in turn.</param>
    /// <param name="run">How long a run is.</param>
    /// <param name="means">Where the means go, one a channel.</param>
    /// <param name="variances">Where the variances go, the mean squares.</param>
    internal static void Moments(ReadOnlySpan<float> values, int run, Span<double> means, Span<double> variances)
    {
        nint* arguments = stackalloc[] { At(values), values.Length / (run * means.Length), means.Length, run, At<double>(means), At<double>(variances) };
        moments(arguments);
    }
}
