using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Flips some of the pictures, left and right exchanged: see <see cref="Pictures.FlipHorizontally"/>. Not for digits and letters, which mean something else then.</summary>
/// <param name="probability">How many of the pictures are flipped, 0 to 1.</param>
public sealed class RandomHorizontalFlip(double probability = 0.5) : Augmentation
{
    private readonly double probability = Chance(probability);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"RandomHorizontalFlip({probability})");

    /// <inheritdoc/>
    protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.NextDouble() < probability)
            Pixels.FlipRows(picture, size.Width, result);
        else
            picture.CopyTo(result);
    }
}
