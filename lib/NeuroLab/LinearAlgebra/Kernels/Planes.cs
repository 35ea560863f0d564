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

    /// <summary>Asks for room for a batch of pictures.</summary>
    internal void Reserve(int batch, int channels, int rows, int pitch)
    {
        Pitch = pitch;
        Plane = rows * pitch;
        Picture = channels * Plane;
        numbers.Reserve(batch * Picture + Slack + pitch);
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
        Span<float> target = new(Start(number), Picture);
        target.Clear();
        for (int start = 0; source.Length > 0; start += Plane)
        {
            for (int row = 0; row < height; row++, source = source[width..])
                source[..width].CopyTo(target[(start + (top + row) * Pitch + left)..]);
        }
    }
}
