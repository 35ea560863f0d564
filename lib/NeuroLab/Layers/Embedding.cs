using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// A table of vectors: each number of a word is replaced by the word's row.
/// </summary>
/// <remarks>Shapes: x any, whole numbers 0 .. count - 1; weight (count, dim); y (..., dim).</remarks>
public sealed class Embedding : Layer
{
    /// <summary>A table of vectors drawn from the standard normal distribution, as PyTorch does.</summary>
    /// <param name="count">The number of rows: the size of the vocabulary.</param>
    /// <param name="dim">The length of a row.</param>
    /// <param name="random">Where the starting values come from.</param>
    public Embedding(int count, int dim, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dim);
        ArgumentNullException.ThrowIfNull(random);
        Weight = AddParameter("weight", new Normal(0, 1).Create(new Shape(("words", count), ("dim", dim)), random));
    }

    /// <summary>The table, shape (words, dim).</summary>
    public Parameter Weight { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var axes = new (string?, int)[input.Rank + 1];
        for (int axis = 0; axis < input.Rank; axis++)
            axes[axis] = (input.NameOf(axis), input[axis]);
        axes[^1] = ("dim", Weight.Shape[1]);
        return new Shape(axes);
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        int[] words = new int[x.Length];
        for (int i = 0; i < words.Length; i++)
            words[i] = RowOf(x.Values[i], i);
        return GatherOp.Of(Weight.Value, words, OutputShapeOf(x));
    }

    /// <summary>The layer with its sizes, such as <c>Embedding(27, 8)</c>.</summary>
    public override string ToString() => $"Embedding({Weight.Shape[0]}, {Weight.Shape[1]})";

    private int RowOf(float word, int place) => word >= 0 && word < Weight.Shape[0] && word == MathF.Floor(word)
        ? (int)word
        : throw new ArgumentOutOfRangeException(nameof(word), FormattableString.Invariant($"{Describe()} was given {word} at place {place}, but the numbers of its words are the whole numbers 0 to {Weight.Shape[0] - 1}."));
}
