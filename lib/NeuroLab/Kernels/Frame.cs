namespace NeuroLab.Kernels;

/// <summary>
/// A picture with a frame of zeros around each channel, all rows equally long, so that every place a window looks at lies at a fixed
/// distance from the window's first. One picture after the other is put into the same frame, which so stays in the cache.
/// </summary>
internal sealed unsafe class Frame
{
    /// <summary>Kernels load whole tiles: what lies behind the picture is loaded, but never shows in a result.</summary>
    private const int Slack = 64;

    private readonly Buffer<float> numbers = new();
    private (int Channels, int Height, int Width, int Top, int Left, int Rows, int Pitch) form;

    /// <summary>Copies a picture into the frame.</summary>
    /// <param name="picture">Its channels, row after row.</param>
    /// <param name="height">The height without the frame.</param>
    /// <param name="width">The width without the frame.</param>
    /// <param name="top">The height of the frame above.</param>
    /// <param name="left">The width of the frame to the left.</param>
    /// <param name="rows">The height with the frame.</param>
    /// <param name="pitch">The length of a row with the frame.</param>
    /// <returns>Where the framed picture begins.</returns>
    internal float* Put(ReadOnlySpan<float> picture, int height, int width, int top, int left, int rows, int pitch)
    {
        int area = height * width, channels = picture.Length / area;
        float* start = Prepare(channels, height, width, top, left, rows, pitch);
        fixed (float* from = picture)
            Rows.Copy(null, from, area, width, start + (nint)top * pitch + left, (nint)rows * pitch, pitch, channels, height, width);
        return start;
    }

    /// <summary>Makes room for pictures of one form, with zeros around them.</summary>
    /// <inheritdoc cref="Put"/>
    internal float* Prepare(int channels, int height, int width, int top, int left, int rows, int pitch)
    {
        bool isNew = numbers.Reserve(channels * (nint)rows * pitch + Slack + pitch);
        // The frame is cleared when its form changes: all that is written afterwards lies within it.
        if (isNew || form != (channels, height, width, top, left, rows, pitch))
            numbers.Clear();
        form = (channels, height, width, top, left, rows, pitch);
        return numbers.Start;
    }
}
