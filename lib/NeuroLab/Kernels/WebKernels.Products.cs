namespace NeuroLab.Kernels;

/// <content>Products, and what convolution is made of.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>C = α A B, or C += α A B.</summary>
    /// <inheritdoc cref="Product.Multiply"/>
    internal static void Multiply(int m, int n, int k, float alpha, View<float> a, View<float> b, bool add, float* c, nint cRow)
    {
        nint* arguments = stackalloc[]
        {
            m, n, k, BitConverter.SingleToInt32Bits(alpha), add ? 1 : 0,
            (nint)a.Start, a.Row, a.Column, (nint)b.Start, b.Row, b.Column, (nint)c, cRow, (nint)Spare,
        };
        multiply(arguments);
    }

    /// <summary>C = α A B, or C += α A B, of doubles.</summary>
    /// <inheritdoc cref="Product.Multiply"/>
    internal static void Multiply(int m, int n, int k, double alpha, View<double> a, View<double> b, bool add, double* c, nint cRow)
    {
        nint* arguments = stackalloc[]
        {
            m, n, k, (nint)(&alpha), add ? 1 : 0,
            (nint)a.Start, a.Row, a.Column, (nint)b.Start, b.Row, b.Column, (nint)c, cRow, (nint)Spare,
        };
        multiplyDoubles(arguments);
    }

    /// <summary>y = the weights ∗ the framed x + bias, picture by picture.</summary>
    /// <param name="count">The number of pictures.</param>
    /// <param name="x">What is seen.</param>
    /// <param name="pitch">The length of a row with the frame.</param>
    /// <param name="weights">The weights, packed: those of all channels of y for each step.</param>
    /// <param name="bias">What is added to each channel; empty for nothing.</param>
    /// <param name="offsets">Where each step looks, as seen from the place.</param>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="sums">Room for what is made of one framed picture.</param>
    /// <param name="y">Where the pictures go.</param>
    /// <param name="channels">The channels of y,</param>
    /// <param name="height">the height of its pictures,</param>
    /// <param name="width">and their width.</param>
    internal static void Convolve(
        int count, WebPictures x, int pitch, float* weights, ReadOnlySpan<float> bias, nint* offsets, int steps, float* sums,
        Span<float> y, int channels, int height, int width)
    {
        nint* arguments = stackalloc[]
        {
            count, (nint)(&x), pitch, (nint)weights, bias.IsEmpty ? 0 : At(bias), (nint)offsets, steps, (nint)sums, At<float>(y), channels, height, width,
        };
        convolve(arguments);
    }

    /// <summary>Of each group of pictures: result[step, channel] += the sum over all places of x[place + offset[step]] dy[channel, place].</summary>
    /// <param name="count">The number of pictures.</param>
    /// <param name="groups">Into how many groups they are cut.</param>
    /// <param name="x">What was seen.</param>
    /// <param name="dy">The gradients.</param>
    /// <param name="pitch">The length of a row with the frame.</param>
    /// <param name="offsets">Where each step looks, as seen from the place.</param>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="result">The sums of each group,</param>
    /// <param name="length">and how far they lie apart.</param>
    internal static void AddWeightGradients(int count, int groups, WebPictures x, WebPictures dy, int pitch, nint* offsets, int steps, float* result, int length)
    {
        nint* arguments = stackalloc[] { count, groups, (nint)(&x), (nint)(&dy), pitch, (nint)offsets, steps, (nint)result, length, (nint)Spare };
        addWeightGradients(arguments);
    }

    /// <summary>packed[input, place, output] = weights[output, input, place].</summary>
    internal static void PackWeights(float* weights, int outputs, int inputs, int area, float* packed)
    {
        nint* arguments = stackalloc[] { (nint)weights, outputs, inputs, area, (nint)packed };
        packWeights(arguments);
    }

    /// <summary>packed[output, place, input] = weights[output, input, area - 1 - place]: every kernel turned by half a turn.</summary>
    internal static void PackTurnedWeights(float* weights, int outputs, int inputs, int area, float* packed)
    {
        nint* arguments = stackalloc[] { (nint)weights, outputs, inputs, area, (nint)packed };
        packTurnedWeights(arguments);
    }

    /// <summary>gradient[channel, step] = the sum of all groups' sums[step, channel], group by group.</summary>
    /// <param name="sums">The sums of each group,</param>
    /// <param name="groups">how many groups there are,</param>
    /// <param name="length">and how far their sums lie apart.</param>
    /// <param name="channels">How many channels there are.</param>
    /// <param name="gradient">Where the gradient goes, shape (channels, steps).</param>
    internal static void AddSums(float* sums, int groups, int length, int channels, Span<float> gradient)
    {
        nint* arguments = stackalloc[] { (nint)sums, groups, length, channels, gradient.Length / channels, At<float>(gradient) };
        addSums(arguments);
    }
}
