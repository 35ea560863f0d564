namespace NeuroLab.Kernels;

/// <content>Classes by their scores.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>The sum of all samples' losses, and the gradient of their mean.</summary>
    /// <param name="z">The scores, shape (batch, classes).</param>
    /// <param name="labels">The class of each sample; each is there.</param>
    /// <param name="smoothing">The part of a target that is spread over all classes.</param>
    /// <param name="dz">Where the gradient goes, shape (batch, classes).</param>
    internal static double CrossEntropy(ReadOnlySpan<float> z, ReadOnlySpan<int> labels, float smoothing, Span<float> dz)
    {
        double loss;
        nint* arguments = stackalloc[]
        {
            At(z), At(labels), labels.Length, z.Length / labels.Length, BitConverter.SingleToInt32Bits(smoothing), At<float>(dz), (nint)(&loss),
        };
        crossEntropy(arguments);
        return loss;
    }

    /// <summary>How many samples have their largest score at their label, as <see cref="Rows.IndexOfMax"/> finds it.</summary>
    /// <param name="z">The scores, shape (batch, classes).</param>
    /// <param name="labels">The class of each sample.</param>
    /// <param name="classes">How many classes there are.</param>
    internal static int CountRight(ReadOnlySpan<float> z, ReadOnlySpan<int> labels, int classes)
    {
        nint right;
        nint* arguments = stackalloc[] { At(z), At(labels), labels.Length, classes, (nint)(&right) };
        countRight(arguments);
        return (int)right;
    }
}
