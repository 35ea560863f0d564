using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Turns pictures around their middle by some angle: see <see cref="Pictures.Rotate"/>.</summary>
public sealed class RandomRotation : Augmentation
{
    private readonly double degrees;

    /// <summary>Turns with and against the clock; all angles are equally likely.</summary>
    /// <param name="degrees">How far at most, 0 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">The angle is no such number.</exception>
    public RandomRotation(double degrees) => this.degrees = degrees is >= 0 and <= 180
        ? degrees
        : throw new ArgumentOutOfRangeException(nameof(degrees), FormattableString.Invariant($"A rotation is by an angle at most, from 0 to 180 degrees, such as 15, but {degrees} was given."));

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"RandomRotation({degrees})");

    /// <inheritdoc/>
    protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Pixels.Rotate(picture, size, result, degrees * (2 * random.NextDouble() - 1));
    }
}
