using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>
/// Samples to learn from: what goes into a model, and what should come out. That is a label, the whole number of a sample's class, or
/// a tensor of values; of two classes it may be both.
/// </summary>
public abstract class Samples
{
    private readonly int[]? labels;
    private readonly Tensor? targets;

    /// <summary>Samples with labels, with targets, or with both.</summary>
    /// <param name="inputs">What goes into a model, shape (samples, ...).</param>
    /// <param name="labels">The number of each sample's class, counted from 0; null where there are only targets.</param>
    /// <param name="targets">Values that should come out, shape (samples, ...); null where there are only labels.</param>
    /// <exception cref="ArgumentNullException">There are no inputs, or neither labels nor targets.</exception>
    /// <exception cref="ShapeException">There is not one label and one target for each sample.</exception>
    protected Samples(Tensor inputs, int[]? labels, Tensor? targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (labels is null)
            ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Rank < 1 || (labels is not null && labels.Length != inputs.Shape[0]))
            throw new ShapeException($"Each sample has one label, but there are {labels?.Length} labels for inputs of shape {inputs.Shape}.");
        if (targets is not null && (targets.Rank < 1 || targets.Shape[0] != inputs.Shape[0]))
            throw new ShapeException($"Each sample has one target, but there are inputs of shape {inputs.Shape} and targets of shape {targets.Shape}.");
        Inputs = inputs;
        this.labels = labels;
        this.targets = targets;
    }

    private protected Samples((Tensor Inputs, int[]? Labels, Tensor? Targets) parts)
        : this(parts.Inputs, parts.Labels, parts.Targets)
    {
    }

    /// <summary>What goes into a model, shape (samples, ...).</summary>
    public Tensor Inputs { get; }

    /// <summary>The number of each sample's class, counted from 0, as <c>CrossEntropyLoss</c> takes it.</summary>
    /// <exception cref="InvalidOperationException">These samples have values, and no classes: see <see cref="HasLabels"/>.</exception>
    public int[] Labels => labels ?? throw new InvalidOperationException($"These samples have no labels, but values: Targets, of shape {Targets.Shape}. Compare them by a loss of values, such as MSELoss.");

    /// <summary>Values that should come out, shape (samples, ...).</summary>
    /// <exception cref="InvalidOperationException">These samples have labels only: see <see cref="HasTargets"/>.</exception>
    public Tensor Targets => targets ?? throw new InvalidOperationException("These samples have no values as targets, but labels, whole numbers: Labels. Compare them by CrossEntropyLoss, or let dataset.WithTargetColumn() make values of two classes.");

    /// <summary>Whether each sample has the number of its class.</summary>
    public bool HasLabels => labels is not null;

    /// <summary>Whether each sample has values that should come out.</summary>
    public bool HasTargets => targets is not null;

    /// <summary>The number of samples.</summary>
    public int Count => Inputs.Shape[0];

    /// <summary>The shapes, such as <c>inputs (samples 150, in 4), 150 labels</c>.</summary>
    public override string ToString() =>
        $"inputs {Inputs.Shape}{(HasLabels ? $", {Count} labels" : "")}{(HasTargets ? $", targets {Targets.Shape}" : "")}";

    /// <summary>Fills the inputs of other samples with those of some of these, which have been checked.</summary>
    internal void CopyInputsTo(Samples others, ReadOnlySpan<int> chosen) => Inputs.CopyRows(chosen, others.Inputs);

    /// <summary>Fills labels and targets of other samples with those of some of these, which have been checked.</summary>
    internal void CopyAnswersTo(Samples others, ReadOnlySpan<int> chosen)
    {
        targets?.CopyRows(chosen, others.Targets);
        for (int i = 0; HasLabels && i < chosen.Length; i++)
            others.Labels[i] = Labels[chosen[i]];
    }

    /// <summary>Room for some samples like these: inputs, labels and targets.</summary>
    /// <param name="count">How many.</param>
    /// <param name="inputs">The shape of the inputs, of however many samples.</param>
    /// <param name="axis">What the axis that counts them is called; as here where nothing is given.</param>
    internal (Tensor Inputs, int[]? Labels, Tensor? Targets) RoomFor(int count, Shape inputs, string? axis = null)
    {
        return (Room(inputs), HasLabels ? new int[count] : null, targets is null ? null : Room(targets.Shape));

        Tensor Room(Shape like) => new(like.Without(0).WithFirst(axis ?? like.NameOf(0), count));
    }
}
