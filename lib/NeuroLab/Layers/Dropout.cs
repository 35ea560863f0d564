using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Sets each number to zero with probability p while training, and makes up for it: y = x m / (1 - p), where the mask m is 0 or
/// 1. In use it changes nothing. Any shape.
/// </summary>
/// <remarks>
/// <para>N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.</para>
/// <para>Mask number n is a hash of a seed, n and the element's place (SplitMix64: G. Steele et al., 2014), so that a run can go on
/// from a checkpoint with the very masks it would have drawn.</para>
/// </remarks>
public sealed class Dropout : FormulaLayer
{
    private readonly Workspace masks = new();
    private readonly ulong seed;
    private readonly Counter masksDrawn;
    private Tensor? mask;

    /// <summary>Dropout with a generator of its own.</summary>
    /// <param name="probability">p, the part of the numbers that is set to zero; 0 or more, below 1.</param>
    /// <param name="random">Where the seed of its generator comes from.</param>
    public Dropout(float probability, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(probability >= 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), string.Create(CultureInfo.InvariantCulture, $"Dropout takes a probability from 0 up to but not including 1, such as 0.5, but {probability} was given."));
        Probability = probability;
        seed = ((ulong)random.Next() << 32) ^ (ulong)random.Next();
        masksDrawn = AddCounter("masks_drawn", persistent: false);
    }

    /// <summary>p, the part of the numbers that is set to zero.</summary>
    public float Probability { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = x m / (1 - p) while training, else y = x.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        mask = IsTraining ? DrawMask(x.Shape) : null;
        if (mask is null)
            x.Values.CopyTo(y.Values);
        else
            TensorPrimitives.Multiply(x.Values, mask.Values, y.Values);
    }

    /// <summary>dx = dy m / (1 - p) with the mask of the forward pass, or dx = dy where there was none.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        if (mask is null)
            dy.Values.CopyTo(dx.Values);
        else
            TensorPrimitives.Multiply(dy.Values, mask.Values, dx.Values);
    }

    /// <summary>The layer with its probability, such as <c>Dropout(0.5)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Dropout({Probability})");

    /// <summary>m / (1 - p).</summary>
    private Tensor DrawMask(Shape shape)
    {
        Tensor drawn = masks.Take(shape);
        ulong number = (ulong)masksDrawn.Value++;
        ulong start = Mix(seed + Mix(number));
        float kept = 1 / (1 - Probability);
        ulong threshold = (ulong)(Probability * (1 << 24));
        Span<float> values = drawn.Values;
        for (int i = 0; i < values.Length; i++)
        {
            // The upper 24 bits are an even random number; counting with 0 and 1 spares a branch.
            int stays = Mix(start + (ulong)i * 0x9E3779B97F4A7C15) >> 40 >= threshold ? 1 : 0;
            values[i] = stays * kept;
        }
        return drawn;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
