using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// One channel of a batch (batch, channels, ...). Its numbers lie in runs: one a sample, the runs of the other channels between.
/// </summary>
internal static class Channels
{
    /// <summary>How many numbers of one channel lie together: 1 for (batch, channels), height · width for pictures.</summary>
    internal static int RunLength(Tensor x)
    {
        int length = 1;
        for (int axis = 2; axis < x.Rank; axis++)
            length *= x.Shape[axis];
        return length;
    }

    /// <summary>Raises every number of one channel.</summary>
    internal static void Add(Tensor x, int channel, float number)
    {
        int run = RunLength(x);
        for (int start = channel * run; start < x.Length; start += x.Shape[1] * run)
        {
            Span<float> part = x.Values.Slice(start, run);
            TensorPrimitives.Add(part, number, part);
        }
    }

    /// <summary>The sum of one channel.</summary>
    internal static float Sum(Tensor x, int channel)
    {
        int run = RunLength(x);
        double sum = 0;
        for (int start = channel * run; start < x.Length; start += x.Shape[1] * run)
            sum += TensorPrimitives.Sum<float>(x.Values.Slice(start, run));
        return (float)sum;
    }

    /// <summary>Mean and variance (n in the denominator) of each channel.</summary>
    internal static void Moments(Tensor x, Span<double> means, Span<double> variances)
    {
        int run = RunLength(x), channels = x.Shape[1], count = x.Length / channels;
        if (WebKernels.AreThere)
        {
            WebKernels.Moments(x.Values, run, means, variances);
            return;
        }
        means.Clear();
        variances.Clear();
        ReadOnlySpan<float> values = x.Values;
        for (int i = 0; i < values.Length;)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double sum = means[channel];
                for (int end = i + run; i < end; i++)
                    sum += values[i];
                means[channel] = sum;
            }
        }
        for (int channel = 0; channel < channels; channel++)
            means[channel] /= count;
        for (int i = 0; i < values.Length;)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double mean = means[channel], squares = variances[channel];
                for (int end = i + run; i < end; i++)
                    squares += (values[i] - mean) * (values[i] - mean);
                variances[channel] = squares;
            }
        }
        for (int channel = 0; channel < channels; channel++)
            variances[channel] /= count;
    }
}
