using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Takes a part of each picture, somewhere: see <see cref="Pictures.Crop"/>.</summary>
public sealed class RandomCrop : Augmentation
{
    private readonly Size2d size;
    private readonly int padding;

    /// <summary>Parts of a given size; all places are equally likely.</summary>
    /// <param name="size">The height and width of a part; one number for both.</param>
    /// <param name="padding">How many zeros surround the picture first, on each side.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public RandomCrop(Size2d size, int padding = 0)
    {
        if (size.Height < 1 || size.Width < 1)
            throw new ArgumentOutOfRangeException(nameof(size), $"A part of a picture is 1 or more high and wide, such as 28, but {size} was given.");
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        (this.size, this.padding) = (size, padding);
    }

    /// <inheritdoc/>
    public override Size2d OutputSize(Size2d size)
    {
        long height = size.Height + 2L * padding, width = size.Width + 2L * padding;
        return this.size.Height <= height && this.size.Width <= width ? this.size : throw new ShapeException(
            $"{this} was given pictures of height {size.Height} and width {size.Width}, which with their padding are {height} high and {width} wide: too small to take a part of that size. Choose a smaller part, or more padding.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"RandomCrop({size}{(padding == 0 ? "" : $", padding: {padding}")})";

    /// <inheritdoc/>
    protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        long top = Draw(random, -padding, (long)size.Height + padding - this.size.Height), left = Draw(random, -padding, (long)size.Width + padding - this.size.Width);
        Pixels.Cut(picture, size, top, left, result, this.size);
    }
}
