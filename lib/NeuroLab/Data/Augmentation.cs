using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Changes pictures at random, each in its own way and differently in every epoch, in ways that leave what they show the same: so a model sees more
/// of the world than the data set holds.
/// </summary>
/// <remarks>
/// Shapes: pictures (samples, channels, height, width), or (samples, height, width); the result has the same, but for a height and width that
/// <see cref="OutputSize"/> may say. All that is random comes from the generator given: the same seed gives the same bits.
/// </remarks>
/// <example>
/// <code>
/// foreach (Batch batch in train.Batches(64, random, augmentation: new Compose(new RandomShift(2), new RandomRotation(10))))
/// </code>
/// </example>
public abstract class Augmentation
{
    /// <summary>Changes every picture of a batch in its own way.</summary>
    /// <param name="pictures">The pictures, shape (samples, channels, height, width). They stay as they are.</param>
    /// <param name="random">Where the changes are drawn from, picture by picture.</param>
    /// <returns>Changed pictures, of <see cref="OutputShape"/>.</returns>
    /// <exception cref="ShapeException">These are no pictures, or too small ones.</exception>
    public Tensor Apply(Tensor pictures, Random random)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(random);
        Tensor result = new(OutputShape(pictures.Shape));
        for (int i = 0; i < pictures.Shape[0]; i++)
            Change(pictures.Sample(i), SizeOf(pictures.Shape), result.Sample(i), random);
        return result;
    }

    /// <summary>The shape of the pictures that come out.</summary>
    /// <param name="pictures">The shape of those that go in: samples first, height and width last.</param>
    /// <exception cref="ShapeException">These are no pictures, or too small ones.</exception>
    public Shape OutputShape(Shape pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Rank < 3)
            throw new ShapeException($"{this} expects pictures of shape (samples, channels, height, width), but was given {pictures}. Give each sample its form first, with dataset.AsImages(channels, height, width).");
        Size2d size = OutputSize(SizeOf(pictures));
        return pictures.With(pictures.Rank - 2, size.Height).With(pictures.Rank - 1, size.Width);
    }

    /// <summary>The size of the pictures that come out: that of those that go in, unless an augmentation says otherwise.</summary>
    /// <param name="size">The size of those that go in.</param>
    /// <exception cref="ShapeException">They are too small.</exception>
    public virtual Size2d OutputSize(Size2d size) => size;

    /// <summary>The class and what it was made with, such as <c>RandomShift(2)</c>.</summary>
    public override string ToString() => GetType().Name;

    /// <summary>Changes one picture.</summary>
    /// <param name="picture">Its channels one after the other, row by row.</param>
    /// <param name="size">Its height and width.</param>
    /// <param name="result">Where the changed one goes, of <see cref="OutputSize"/>. It may hold anything: overwrite all of it.</param>
    /// <param name="random">Where the change is drawn from. Draw equally often for every picture, and fractions: <c>NextDouble</c> allocates nothing.</param>
    protected internal abstract void Change(ReadOnlySpan<float> picture, Size2d size, Span<float> result, Random random);

    /// <exception cref="ArgumentException">There is an augmentation, but nothing it could draw from.</exception>
    internal static void RequireRandom(Augmentation? augmentation, Random? random)
    {
        if (augmentation is not null && random is null)
            throw new ArgumentException($"{augmentation} draws at random, so it needs a generator: give one beside the batch size, as in Batches(64, random, augmentation: ...).", nameof(random));
    }

    internal static Size2d SizeOf(Shape pictures) => (pictures[^2], pictures[^1]);

    /// <summary>A whole number from the lowest to the highest, all equally likely.</summary>
    private protected static long Draw(Random random, long lowest, long highest) => lowest + (long)(random.NextDouble() * (highest - lowest + 1));

    private protected static double Chance(double probability) => probability is >= 0 and <= 1
        ? probability
        : throw new ArgumentOutOfRangeException(nameof(probability), FormattableString.Invariant($"A probability is a number from 0 (never) to 1 (always), but {probability} was given."));
}
