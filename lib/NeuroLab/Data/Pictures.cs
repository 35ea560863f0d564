using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Changes to pictures that leave what they show the same. Only the last two axes matter, so each takes one picture (height, width) as well
/// as a batch (batch, channels, height, width).
/// </summary>
/// <remarks>They do what they are told. Each <see cref="Augmentation"/> draws at random, for every picture anew, what to tell one of them.</remarks>
public static class Pictures
{
    /// <summary>Pictures moved on their canvas: what leaves it is lost, and what comes in is 0.</summary>
    /// <param name="pictures">The pictures. They stay as they are.</param>
    /// <param name="down">How many pixels down; up if negative.</param>
    /// <param name="right">How many pixels to the right; to the left if negative.</param>
    /// <returns>Moved pictures of the same shape.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    /// <example>
    /// <code>
    /// Tensor moved = Pictures.Shift(digits.Inputs, down: 0, right: 1);
    /// </code>
    /// </example>
    public static Tensor Shift(Tensor pictures, int down, int right)
    {
        Size2d size = SizeOf(pictures);
        return Cut(pictures, -(long)down, -(long)right, size);
    }

    /// <summary>Pictures on a larger canvas, with an empty margin of zeros on all four sides.</summary>
    /// <param name="pictures">The pictures. They stay as they are.</param>
    /// <param name="margin">How many pixels are added on each side.</param>
    /// <returns>Pictures that are 2 · margin higher and wider.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">margin is negative.</exception>
    public static Tensor Pad(Tensor pictures, int margin)
    {
        Size2d size = SizeOf(pictures);
        if (margin < 0 || margin > (int.MaxValue - Math.Max(size.Height, size.Width)) / 2)
            throw new ArgumentOutOfRangeException(nameof(margin), $"A margin is a number of pixels that is added on each side, 0 or more, such as 4, but {margin} was given.");
        return Cut(pictures, -margin, -margin, (size.Height + 2 * margin, size.Width + 2 * margin));
    }

    /// <summary>A part of each picture.</summary>
    /// <param name="pictures">The pictures. They stay as they are.</param>
    /// <param name="top">The first row that is kept.</param>
    /// <param name="left">The first column that is kept.</param>
    /// <param name="size">The height and width of the part; one number for both.</param>
    /// <returns>Pictures of that size.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the pictures.</exception>
    public static Tensor Crop(Tensor pictures, int top, int left, Size2d size)
    {
        Size2d whole = SizeOf(pictures);
        if (top < 0 || left < 0 || size.Height < 0 || size.Width < 0 || (long)top + size.Height > whole.Height || (long)left + size.Width > whole.Width)
            throw new ArgumentOutOfRangeException(nameof(size), $"A part of size {size} that begins at row {top} and column {left} does not lie within pictures of height {whole.Height} and width {whole.Width}: choose a smaller one, or Pad the pictures first.");
        return Cut(pictures, top, left, size);
    }

    /// <summary>Pictures as a mirror shows them: left and right exchanged.</summary>
    /// <param name="pictures">The pictures. They stay as they are.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor FlipHorizontally(Tensor pictures)
    {
        Size2d size = SizeOf(pictures);
        Tensor result = new(pictures.Shape);
        Pixels.FlipRows(pictures.Values, size.Width, result.Values);
        return result;
    }

    /// <summary>Pictures upside down: top and bottom exchanged.</summary>
    /// <param name="pictures">The pictures. They stay as they are.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor FlipVertically(Tensor pictures)
    {
        Size2d size = SizeOf(pictures);
        Tensor result = new(pictures.Shape);
        Pixels.FlipColumns(pictures.Values, size, result.Values);
        return result;
    }

    /// <summary>
    /// Pictures turned around their middle on the same canvas: what leaves it is lost, and what comes in is 0. A place that falls between
    /// pixels gets a mixture of the four around it.
    /// </summary>
    /// <param name="pictures">The pictures. They stay as they are.</param>
    /// <param name="degrees">How far, against the clock; with the clock if negative.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes, or the angle is no number.</exception>
    public static Tensor Rotate(Tensor pictures, double degrees)
    {
        Size2d size = SizeOf(pictures);
        if (!double.IsFinite(degrees))
            throw new ArgumentException($"Pictures are turned by an angle in degrees, such as 15, but {degrees} was given.", nameof(degrees));
        Tensor result = new(pictures.Shape);
        Pixels.Rotate(pictures.Values, size, result.Values, degrees);
        return result;
    }

    /// <summary>Pictures of another size. Each pixel is the mean of the part of the old picture that it covers.</summary>
    /// <param name="pictures">The pictures. They stay as they are.</param>
    /// <param name="size">The height and width they get; one number for both.</param>
    /// <returns>Pictures of that size.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes, or the pictures have no pixels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size holds no pixels.</exception>
    public static Tensor Resize(Tensor pictures, Size2d size)
    {
        Size2d whole = SizeOf(pictures);
        if (whole.Height == 0 || whole.Width == 0)
            throw new ArgumentException($"Pictures of size {whole} have no pixels to be made larger or smaller.", nameof(pictures));
        if (size.Height < 1 || size.Width < 1)
            throw new ArgumentOutOfRangeException(nameof(size), $"A picture has at least one row and one column, but the size {size} was asked for.");
        Tensor result = new(pictures.Shape.With(pictures.Rank - 2, size.Height).With(pictures.Rank - 1, size.Width));
        Pixels.Resize(pictures.Values, whole, result.Values, size);
        return result;
    }

    /// <summary>The height and width of pictures.</summary>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    private static Size2d SizeOf(Tensor pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return pictures.Rank >= 2
            ? (pictures.Shape[^2], pictures.Shape[^1])
            : throw new ArgumentException($"Pictures have a height and a width as their last two axes, but {pictures.Shape} was given. Give each picture its form back first, with Reshape.", nameof(pictures));
    }

    private static Tensor Cut(Tensor pictures, long top, long left, Size2d size)
    {
        Tensor result = new(pictures.Shape.With(pictures.Rank - 2, size.Height).With(pictures.Rank - 1, size.Width));
        Pixels.Cut(pictures.Values, SizeOf(pictures), top, left, result.Values, size);
        return result;
    }
}
