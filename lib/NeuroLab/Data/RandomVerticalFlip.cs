using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Flips some of the pictures, top and bottom exchanged: see <see cref="Pictures.FlipVertically"/>. Not for digits and letters, which mean something else then.</summary>
/// <param name="probability">How many of the pictures are flipped, 0 to 1.</param>
public sealed class RandomVerticalFlip(double probability = 0.5) : Augmentation
{
    private readonly double probability = Chance(probability);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"RandomVerticalFlip({probability})");

    /// <inheritdoc/>
    protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.NextDouble() < probability)
            Pixels.FlipColumns(picture, size, result);
        else
            picture.CopyTo(result);
    }
}
