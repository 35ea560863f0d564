using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Changes to pictures that leave what they show the same.</summary>
public static class Pictures
{
    /// <summary>
    /// Pictures moved on their canvas: what leaves it is lost, and what comes in is 0. Only the last two axes matter, so it takes one
    /// picture (height, width) as well as a batch (batch, channels, height, width).
    /// </summary>
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
        CheckForm(pictures);
        int height = pictures.Shape[^2], width = pictures.Shape[^1];
        (down, right) = (Math.Clamp(down, -height, height), Math.Clamp(right, -width, width));
        Tensor moved = new(pictures.Shape);
        int kept = width - Math.Min(width, Math.Abs(right)), from = Math.Max(0, -right), to = Math.Max(0, right);
        int rows = height == 0 || kept == 0 ? 0 : pictures.Length / width;
        for (int row = 0; row < rows; row++)
        {
            int y = (row % height) + down;
            if (y >= 0 && y < height)
                pictures.Values.Slice((row * width) + from, kept).CopyTo(moved.Values.Slice(((row + down) * width) + to, kept));
        }
        return moved;
    }

    /// <summary>Pictures on a larger canvas, with an empty margin of zeros on all four sides.</summary>
    /// <param name="pictures">The pictures: the last two axes are height and width. They stay as they are.</param>
    /// <param name="margin">How many pixels are added on each side.</param>
    /// <returns>Pictures that are 2 · margin higher and wider.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">margin is negative.</exception>
    public static Tensor Pad(Tensor pictures, int margin)
    {
        CheckForm(pictures);
        Shape from = pictures.Shape;
        if (margin < 0 || margin > (int.MaxValue - Math.Max(from[^2], from[^1])) / 2)
            throw new ArgumentOutOfRangeException(nameof(margin), $"A margin is a number of pixels that is added on each side, 0 or more, such as 4, but {margin} was given.");
        int height = from[^2], width = from[^1], wide = width + (2 * margin);
        Tensor padded = new(new Shape([.. Enumerable.Range(0, from.Rank).Select(axis => (from.NameOf(axis), from[axis] + (axis >= from.Rank - 2 ? 2 * margin : 0)))]));
        int rows = pictures.Length == 0 ? 0 : pictures.Length / width;
        for (int row = 0; row < rows; row++)
        {
            (int picture, int y) = Math.DivRem(row, height);
            int start = (((picture * (height + (2 * margin))) + y + margin) * wide) + margin;
            pictures.Values.Slice(row * width, width).CopyTo(padded.Values.Slice(start, width));
        }
        return padded;
    }

    private static void CheckForm(Tensor pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Shape.Rank < 2)
            throw new ArgumentException($"Pictures have a height and a width as their last two axes, but {pictures.Shape} was given. Give each picture its form back first, with Reshape.", nameof(pictures));
    }
}
