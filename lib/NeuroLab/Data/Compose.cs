using System.Buffers;
using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Several augmentations, one after the other.</summary>
public sealed class Compose : Augmentation
{
    private readonly Augmentation[] steps;

    /// <summary>One after the other, in the order given.</summary>
    /// <param name="steps">The augmentations; none at all leave the pictures as they are.</param>
    public Compose(params ReadOnlySpan<Augmentation> steps)
    {
        foreach (Augmentation step in steps)
            ArgumentNullException.ThrowIfNull(step, nameof(steps));
        this.steps = steps.ToArray();
    }

    /// <inheritdoc/>
    public override Size2d OutputSize(Size2d size)
    {
        foreach (Augmentation step in steps)
            size = step.OutputSize(size);
        return size;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Compose({string.Join(", ", steps.AsEnumerable())})";

    /// <inheritdoc/>
    protected internal override void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random)
    {
        int channels = size.Area == 0 ? 0 : picture.Length / size.Area;
        float[] last = ArrayPool<float>.Shared.Rent(picture.Length);
        picture.CopyTo(last);
        foreach (Augmentation step in steps)
        {
            Size2d nextSize = step.OutputSize(size);
            float[] next = ArrayPool<float>.Shared.Rent(channels * nextSize.Area);
            step.Change(last.AsSpan(0, channels * size.Area), size, next.AsSpan(0, channels * nextSize.Area), random);
            ArrayPool<float>.Shared.Return(last);
            (last, size) = (next, nextSize);
        }
        last.AsSpan(0, result.Length).CopyTo(result);
        ArrayPool<float>.Shared.Return(last);
    }
}
