namespace NeuroLab.LinearAlgebra.Kernels;

/// <summary>
/// Pictures with a frame of zeros around each channel, all rows equally long, so that every place a window looks at lies at a fixed
/// distance from the window's first.
/// </summary>
internal sealed unsafe class Planes
{
    /// <summary>Kernels load whole tiles: what lies behind the last picture is loaded, but never shows in a result.</summary>
    private const int Slack = 64;

    private readonly Buffer<float> numbers = new();

    /// <summary>The length of a row, frame included.</summary>
    internal int Pitch { get; private set; }

    /// <summary>The length of a channel, frame included.</summary>
    internal int Plane { get; private set; }

    /// <summary>The length of a picture.</summary>
    internal int Picture { get; private set; }

    /// <summary>Asks for room for a batch of pictures. Frames that were there before stay as they are.</summary>
    internal void Reserve(int batch, int channels, int rows, int pitch)
    {
        bool isSame = (Plane, Pitch, Picture) == (rows * pitch, pitch, channels * rows * pitch);
        Pitch = pitch;
        Plane = rows * pitch;
        Picture = channels * Plane;
        // Frames are cleared once: all that is written afterwards lies within them.
        if (numbers.Reserve(batch * Picture + Slack + pitch) || !isSame)
            numbers.Clear();
    }

    /// <summary>Where a picture begins.</summary>
    internal float* Start(int picture) => numbers.Start + (nint)picture * Picture;

    /// <summary>Copies a picture into its frame.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="source">Its channels, row after row.</param>
    /// <param name="height">The height without the frame.</param>
    /// <param name="width">The width without the frame.</param>
    /// <param name="top">The height of the frame above.</param>
    /// <param name="left">The width of the frame to the left.</param>
    internal void Frame(int number, ReadOnlySpan<float> source, int height, int width, int top, int left)
    {
        int area = height * width;
        fixed (float* from = source)
        {
            for (int channel = 0; channel < Picture / Plane; channel++)
                Rows.Copy(0, from + channel * area, width, Start(number) + channel * Plane + top * Pitch + left, Pitch, height, width);
        }
    }
}
