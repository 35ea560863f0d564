using System.Globalization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Sets each number to zero with probability p while training, and makes up for it: y = x m / (1 - p), where the mask m is 0 or
/// 1. In use, and where p is 0, it changes nothing. Any shape.
/// </summary>
/// <remarks>
/// <para>N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.</para>
/// <para>Mask number n is a hash of a seed, n and the element's place (SplitMix64: G. Steele et al., 2014), so that a run can go on
/// from a checkpoint with the very masks it would have drawn.</para>
/// </remarks>
public sealed class Dropout : Layer
{
    private readonly ulong seed;
    private readonly Counter masksDrawn;

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

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => IsTraining && Probability > 0 ? DropoutOp.Of(x, Probability, seed, (ulong)masksDrawn.Value++) : x;

    /// <summary>The layer with its probability, such as <c>Dropout(0.5)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Dropout({Probability})");
}
