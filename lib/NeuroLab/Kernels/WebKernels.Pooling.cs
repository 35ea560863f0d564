namespace NeuroLab.Kernels;

/// <content>The largest number of every window.</content>
internal static unsafe partial class WebKernels
{
    /// <summary>y = the largest x of every window, the first of equals, and its place among all numbers.</summary>
    /// <param name="x">Pictures of shape (batch, channels, height, width).</param>
    /// <param name="y">Where the largest go, shape (batch, channels, out height, out width).</param>
    /// <param name="winners">Where their places go.</param>
    /// <param name="planes">How many channels there are, of all pictures.</param>
    /// <param name="input">The size of x's pictures.</param>
    /// <param name="output">The size of y's pictures.</param>
    /// <param name="kernel">The window.</param>
    /// <param name="stride">How far windows lie apart.</param>
    /// <param name="padding">How far the first begins outside.</param>
    internal static void MaxPool(
        float* x, float* y, int* winners, int planes, (int Height, int Width) input, (int Height, int Width) output,
        (int Height, int Width) kernel, (int Height, int Width) stride, (int Height, int Width) padding)
    {
        nint* arguments = stackalloc[]
        {
            (nint)x, (nint)y, (nint)winners, planes, input.Height, input.Width, output.Height, output.Width,
            kernel.Height, kernel.Width, stride.Height, stride.Width, padding.Height, padding.Width,
        };
        maxPool(arguments);
    }

    /// <summary>dx = dy where a number had won, 0 elsewhere.</summary>
    /// <param name="dy">The gradients of the largest.</param>
    /// <param name="winners">Their places among all numbers.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="dx">All gradients.</param>
    /// <param name="length">How many these are.</param>
    /// <param name="add">Whether a number may have won more than once.</param>
    internal static void MaxPoolBack(float* dy, int* winners, int count, float* dx, int length, bool add)
    {
        nint* arguments = stackalloc[] { (nint)dy, (nint)winners, count, (nint)dx, length, add ? 1 : 0 };
        maxPoolBack(arguments);
    }
}
