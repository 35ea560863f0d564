using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// A recurrent layer: it reads a sequence step by step and keeps what it has read in a hidden state h.
/// </summary>
/// <remarks>
/// hₜ = tanh(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ), h before the first step is 0. Shapes: x (batch, time, in), y (batch, time, hidden): h of
/// every step, weight_ih_l0 (hidden, in), weight_hh_l0 (hidden, hidden), bias_ih_l0 and bias_hh_l0 (hidden). Follow it with
/// <see cref="LastStep"/> where only the last h counts. J. Elman, "Finding structure in time", 1990.
/// </remarks>
public sealed class RNN : Layer
{
    /// <summary>A recurrent layer with weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="random">Where the starting values come from.</param>
    public RNN(int inputSize, int hiddenSize, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        ArgumentNullException.ThrowIfNull(random);
        InputSize = inputSize;
        HiddenSize = hiddenSize;
        double bound = 1 / Math.Sqrt(hiddenSize);
        Uniform start = new(-bound, bound);
        InputWeight = AddParameter("weight_ih_l0", start.Create(new Shape(("hidden", hiddenSize), ("in", inputSize)), random));
        HiddenWeight = AddParameter("weight_hh_l0", start.Create(new Shape(("hidden", hiddenSize), ("hidden before", hiddenSize)), random));
        InputBias = AddParameter("bias_ih_l0", start.Create(new Shape(("hidden", hiddenSize)), random));
        HiddenBias = AddParameter("bias_hh_l0", start.Create(new Shape(("hidden", hiddenSize)), random));
    }

    /// <summary>The number of inputs of one step.</summary>
    public int InputSize { get; }

    /// <summary>The size of the hidden state.</summary>
    public int HiddenSize { get; }

    /// <summary>Wᵢₕ, shape (hidden, in).</summary>
    public Parameter InputWeight { get; }

    /// <summary>Wₕₕ, shape (hidden, hidden before).</summary>
    public Parameter HiddenWeight { get; }

    /// <summary>bᵢₕ, shape (hidden).</summary>
    public Parameter InputBias { get; }

    /// <summary>bₕₕ, shape (hidden). PyTorch keeps two biases although their sum would do.</summary>
    public Parameter HiddenBias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank == 3 && input[2] == InputSize && input[1] > 0)
            return new Shape((input.NameOf(0) ?? "batch", input[0]), (input.NameOf(1) ?? "time", input[1]), ("hidden", HiddenSize));
        string remedy = input.Rank == 2
            ? $"One sequence alone is a batch of 1, and numbers one by one have one input a step: x.Reshape(1, {input[0]}, {input[1]}) or x.Reshape({input[0]}, {input[1]}, 1)."
            : "The batch comes first, then time, then the inputs of one step.";
        throw new ShapeException($"{Describe()} expects sequences of shape (batch, time, in {InputSize}) with at least one step, but was given {input}. {remedy}");
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => RecurrenceOp.Of(x, InputWeight.Value, HiddenWeight.Value, InputBias.Value, HiddenBias.Value, OutputShapeOf(x));

    /// <summary>The layer with its sizes, such as <c>RNN(1, 16)</c>.</summary>
    public override string ToString() => $"RNN({InputSize}, {HiddenSize})";
}
