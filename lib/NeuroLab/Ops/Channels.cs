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

    /// <summary>Mean and variance (n in the denominator) of one channel.</summary>
    internal static (double Mean, double Variance) Moments(Tensor x, int channel)
    {
        int run = RunLength(x), channels = x.Shape[1], count = x.Length / channels;
        double sum = 0, squares = 0;
        for (int start = channel * run; start < x.Length; start += channels * run)
        {
            foreach (float value in x.Values.Slice(start, run))
                sum += value;
        }
        double mean = sum / count;
        for (int start = channel * run; start < x.Length; start += channels * run)
        {
            foreach (float value in x.Values.Slice(start, run))
                squares += (value - mean) * (value - mean);
        }
        return (mean, squares / count);
    }
}
