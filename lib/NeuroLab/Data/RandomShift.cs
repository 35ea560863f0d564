using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Moves pictures by a few pixels up or down and to the left or right: see <see cref="Pictures.Shift"/>.</summary>
public sealed class RandomShift : Augmentation
{
    private readonly Size2d most;

    /// <summary>Shifts, all equally likely.</summary>
    /// <param name="most">How many pixels at most, vertically and horizontally; one number for both.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public RandomShift(Size2d most) => this.most = most is { Height: >= 0, Width: >= 0 }
        ? most
        : throw new ArgumentOutOfRangeException(nameof(most), $"A shift is by a number of pixels at most, 0 or more, such as 2, but {most} was given.");

    /// <inheritdoc/>
    public override string ToString() => $"RandomShift({most})";

    /// <inheritdoc/>
    protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        long top = Draw(random, -(long)most.Height, most.Height), left = Draw(random, -(long)most.Width, most.Width);
        Pixels.Cut(picture, size, top, left, result, size);
    }
}
