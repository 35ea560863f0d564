using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Reads one channel of a batch (batch, channels, ...). Its numbers lie in runs: one a sample, the runs of the other channels between.
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
