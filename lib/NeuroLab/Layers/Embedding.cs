using System.Buffers;
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

    /// <summary>The rows of some words.</summary>
    /// <param name="words">The numbers of the words.</param>
    /// <returns>Shape (words, dim).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table has no row for a word. The message says which.</exception>
    public Tensor Forward(int[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        RequireOwn();
        return RowsOf(words, OutputShape(new Shape(("words", words.Length))));
    }

    /// <summary>The rows of the words of several texts.</summary>
    /// <param name="words">The numbers of the words, one text a row.</param>
    /// <returns>Shape (batch, time, dim).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The table has no row for a word. The message says which.</exception>
    public Tensor Forward(int[,] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        RequireOwn();
        return RowsOf([.. words.Cast<int>()], OutputShape(new Shape(("batch", words.GetLength(0)), ("time", words.GetLength(1)))));
    }

    /// <summary>The rows of words that come as a tensor of whole numbers, such as through a <see cref="Sequential"/>.</summary>
    /// <param name="x">The numbers of the words.</param>
    protected override Tensor ForwardCore(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        int[] words = ArrayPool<int>.Shared.Rent(x.Length);
        try
        {
            return x.CopyLabelsTo(words) is >= 0 and int wrong ? throw NoRow(x.Values[wrong], wrong) : RowsOf(words.AsSpan(0, x.Length), OutputShapeOf(x));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(words);
        }
    }

    /// <summary>The layer with its sizes, such as <c>Embedding(27, 8)</c>.</summary>
    public override string ToString() => $"Embedding({Weight.Shape[0]}, {Weight.Shape[1]})";

    private Tensor RowsOf(ReadOnlySpan<int> words, Shape shape) => LabelCheck.FirstOutside(words, Weight.Shape[0]) is >= 0 and int place
        ? throw NoRow(words[place], place)
        : GatherOp.Of(Weight.Value, words, shape);

    private ArgumentOutOfRangeException NoRow(float word, int place) => new(nameof(word),
        FormattableString.Invariant($"{Describe()} was given {word} at place {place}, but the numbers of its words are the whole numbers 0 to {Weight.Shape[0] - 1}."));
}
