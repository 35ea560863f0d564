using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// What recurrent layers share: they read a sequence step by step and keep what they have read in a hidden state h, which is 0 before the first step.
/// </summary>
/// <remarks>
/// Shapes: x (batch, time, in), y (batch, time, hidden): h of every step. Follow it with <see cref="LastStep"/> where only the last h
/// counts. The weights of all gates lie one below the other, in weight_ih_l0 (gates · hidden, in), weight_hh_l0 (gates · hidden, hidden), bias_ih_l0 and
/// bias_hh_l0 (gates · hidden).
/// </remarks>
public abstract class Recurrent : Layer
{
    private readonly int gates;

    /// <summary>Weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="gates">How many numbers are worked out for each number of the state.</param>
    /// <param name="random">Where the starting values come from.</param>
    protected Recurrent(int inputSize, int hiddenSize, int gates, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gates);
        ArgumentNullException.ThrowIfNull(random);
        InputSize = inputSize;
        HiddenSize = hiddenSize;
        this.gates = gates;
        double bound = 1 / Math.Sqrt(hiddenSize);
        Uniform start = new(-bound, bound);
        (string, int) rows = (gates == 1 ? "hidden" : "gates", gates * hiddenSize);
        InputWeight = AddParameter("weight_ih_l0", start.Create(new Shape(rows, ("in", inputSize)), random));
        HiddenWeight = AddParameter("weight_hh_l0", start.Create(new Shape(rows, ("hidden before", hiddenSize)), random));
        InputBias = AddParameter("bias_ih_l0", start.Create(new Shape(rows), random));
        HiddenBias = AddParameter("bias_hh_l0", start.Create(new Shape(rows), random));
    }

    /// <summary>The number of inputs of one step.</summary>
    public int InputSize { get; }

    /// <summary>The size of the hidden state.</summary>
    public int HiddenSize { get; }

    /// <summary>Wᵢₕ, the weights on the inputs, shape (gates · hidden, in).</summary>
    public Parameter InputWeight { get; }

    /// <summary>Wₕₕ, the weights on the state before, shape (gates · hidden, hidden before).</summary>
    public Parameter HiddenWeight { get; }

    /// <summary>bᵢₕ, shape (gates · hidden).</summary>
    public Parameter InputBias { get; }

    /// <summary>bₕₕ, shape (gates · hidden). PyTorch keeps two biases although often their sum would do.</summary>
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

    /// <summary>The layer with its sizes, such as <c>GRU(1, 16)</c>.</summary>
    public override string ToString() => $"{GetType().Name}({InputSize}, {HiddenSize})";

    /// <summary>Goes through a sequence step by step.</summary>
    /// <param name="x">The sequence.</param>
    /// <param name="step">The state after a step, from xₜ Wᵢₕᵀ + bᵢₕ (batch, gates · hidden) and the state before, hₜ₋₁ (batch, hidden).</param>
    /// <returns>The states after all steps.</returns>
    protected Tensor Unroll(Tensor x, Func<Tensor, Tensor, Tensor> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Shape shape = OutputShapeOf(x);
        Tensor inputs = LinearOp.Of(x, InputWeight.Value, InputBias.Value), h = Zeros(x);
        var states = new Tensor[shape[1]];
        for (int t = 0; t < states.Length; t++)
        {
            h = step(inputs.Slice(1, t..(t + 1)).Reshape(shape[0], gates * HiddenSize), h);
            states[t] = h.Reshape(shape[0], 1, HiddenSize);
        }
        return Tensor.Concatenate(1, states).Reshape(shape);
    }

    /// <summary>hₜ₋₁ Wₕₕᵀ + bₕₕ.</summary>
    /// <param name="h">The state before, shape (batch, hidden).</param>
    protected Tensor FromState(Tensor h) => LinearOp.Of(h, HiddenWeight.Value, HiddenBias.Value);

    /// <summary>The state before the first step.</summary>
    /// <param name="x">The sequence.</param>
    protected Tensor Zeros(Tensor x) => new(OutputShapeOf(x)[0], HiddenSize);

    /// <summary>The part of all gates that belongs to one of them.</summary>
    /// <param name="all">The gates, shape (batch, gates · hidden).</param>
    /// <param name="number">Which, counted from 0.</param>
    protected Tensor Gate(Tensor all, int number) =>
        (all ?? throw new ArgumentNullException(nameof(all))).Slice(1, (number * HiddenSize)..((number + 1) * HiddenSize));
}
