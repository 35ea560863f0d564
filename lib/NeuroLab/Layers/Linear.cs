using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Full connection: every output is a weighted sum of all inputs plus a bias, y = x Wᵀ + b.
/// </summary>
/// <remarks>
/// Shapes: x (batch, in), weight (out, in), bias (out), y (batch, out). Row j of the weight holds what output j asks of each input.
/// </remarks>
public sealed class Linear : Layer
{
    /// <summary>A fully connected layer with weights and biases drawn evenly from ±1/√in, as PyTorch does.</summary>
    /// <param name="inFeatures">The number of inputs of one sample.</param>
    /// <param name="outFeatures">The number of outputs of one sample.</param>
    /// <param name="random">Where the starting values come from.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of features is not positive.</exception>
    public Linear(int inFeatures, int outFeatures, Random random, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inFeatures);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outFeatures);
        ArgumentNullException.ThrowIfNull(random);
        InFeatures = inFeatures;
        OutFeatures = outFeatures;
        double bound = 1 / Math.Sqrt(inFeatures);
        Uniform start = new(-bound, bound);
        Weight = AddParameter("weight", start.Create(new Shape(("out", outFeatures), ("in", inFeatures)), random));
        if (bias)
            Bias = AddParameter("bias", start.Create(new Shape(("out", outFeatures)), random));
    }

    /// <summary>The number of inputs of one sample.</summary>
    public int InFeatures { get; }

    /// <summary>The number of outputs of one sample.</summary>
    public int OutFeatures { get; }

    /// <summary>W, shape (out, in).</summary>
    public Parameter Weight { get; }

    /// <summary>b, shape (out), or null for a layer without a bias.</summary>
    public Parameter? Bias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank == 2 && input[1] == InFeatures)
            return new Shape((input.NameOf(0) ?? "batch", input[0]), ("out", OutFeatures));
        throw new ShapeException($"{Describe()} expects an input of shape (batch, in {InFeatures}), but was given {input}. {Remedy(input)}");
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => LinearOp.Of(x, Weight.Value, Bias?.Value, OutputShapeOf(x));

    /// <summary>The layer with its sizes, such as <c>Linear(784, 256)</c>.</summary>
    public override string ToString() => $"Linear({InFeatures}, {OutFeatures}{(Bias is null ? ", bias: false" : "")})";

    private string Remedy(Shape input)
    {
        if (input.Rank > 2 && input.ElementCount == input[0] * InFeatures)
            return "Put a Flatten layer before it: each sample then becomes one row.";
        if (input.Rank == 1 && input[0] == InFeatures)
            return $"One sample alone is a batch of 1: x.Reshape(new Shape(1, {InFeatures})).";
        if (input.Rank == 2 && input[0] == InFeatures)
            return "The batch comes first: it looks as if the input were transposed.";
        return input.Rank == 2
            ? $"Make it Linear({input[1]}, {OutFeatures}), or change the layer before it to give {InFeatures} outputs."
            : $"Each sample must be one row of {InFeatures} numbers.";
    }
}
