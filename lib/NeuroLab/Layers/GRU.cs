using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Gated recurrent unit: a recurrent layer whose gates say how much of its state is replaced, and how much of it is looked at for what replaces it.
/// </summary>
/// <remarks>
/// With the gates r, z = σ(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ) and n = tanh(xₜ Wᵢₕᵀ + bᵢₕ + r (hₜ₋₁ Wₕₕᵀ + bₕₕ)), each with its own weights:
/// hₜ = (1 - z) n + z hₜ₋₁; h before the first step is 0. Shapes: x (batch, time, in), y (batch, time, hidden): h of every step.
/// K. Cho et al., "Learning phrase representations using RNN encoder-decoder", 2014.
/// </remarks>
public sealed class GRU : Layer
{
    /// <summary>A recurrent layer with weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="random">Where the starting values come from.</param>
    public GRU(int inputSize, int hiddenSize, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        ArgumentNullException.ThrowIfNull(random);
        InputSize = inputSize;
        HiddenSize = hiddenSize;
        double bound = 1 / Math.Sqrt(hiddenSize);
        Uniform start = new(-bound, bound);
        InputWeight = AddParameter("weight_ih_l0", start.Create(new Shape(("gates", 3 * hiddenSize), ("in", inputSize)), random));
        HiddenWeight = AddParameter("weight_hh_l0", start.Create(new Shape(("gates", 3 * hiddenSize), ("hidden before", hiddenSize)), random));
        InputBias = AddParameter("bias_ih_l0", start.Create(new Shape(("gates", 3 * hiddenSize)), random));
        HiddenBias = AddParameter("bias_hh_l0", start.Create(new Shape(("gates", 3 * hiddenSize)), random));
    }

    /// <summary>The number of inputs of one step.</summary>
    public int InputSize { get; }

    /// <summary>The size of the hidden state.</summary>
    public int HiddenSize { get; }

    /// <summary>The weights on the inputs, shape (3 · hidden, in): the gates r (reset), z (update), n (what is new), one below the other.</summary>
    public Parameter InputWeight { get; }

    /// <summary>The weights on the state before, shape (3 · hidden, hidden before), in the same order.</summary>
    public Parameter HiddenWeight { get; }

    /// <summary>The biases that belong to the inputs, shape (3 · hidden).</summary>
    public Parameter InputBias { get; }

    /// <summary>The biases that belong to the state before, shape (3 · hidden).</summary>
    public Parameter HiddenBias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank == 3 && input[2] == InputSize && input[1] > 0
            ? new Shape((input.NameOf(0) ?? "batch", input[0]), (input.NameOf(1) ?? "time", input[1]), ("hidden", HiddenSize))
            : throw new ShapeException($"{Describe()} expects sequences of shape (batch, time, in {InputSize}) with at least one step, but was given {input}. The batch comes first, then time, then the inputs of one step.");
    }

    /// <summary>hₜ = (1 - z) n + z hₜ₋₁, step by step.</summary>
    protected override Tensor ForwardCore(Tensor x)
    {
        Shape shape = OutputShapeOf(x);
        int batch = shape[0], steps = shape[1];
        Tensor inputs = LinearOp.Of(x, InputWeight.Value, InputBias.Value), h = new(batch, HiddenSize);
        var states = new Tensor[steps];
        for (int t = 0; t < steps; t++)
        {
            Tensor now = inputs.Slice(1, t..(t + 1)).Reshape(batch, 3 * HiddenSize), before = LinearOp.Of(h, HiddenWeight.Value, HiddenBias.Value);
            Tensor r = (Gate(now, 0) + Gate(before, 0)).Sigmoid(), z = (Gate(now, 1) + Gate(before, 1)).Sigmoid();
            Tensor n = (Gate(now, 2) + r * Gate(before, 2)).Tanh();
            h = (1 - z) * n + z * h;
            states[t] = h.Reshape(batch, 1, HiddenSize);
        }
        return Tensor.Concatenate(1, states).Reshape(shape);
    }

    /// <summary>The layer with its sizes, such as <c>GRU(1, 16)</c>.</summary>
    public override string ToString() => $"GRU({InputSize}, {HiddenSize})";

    /// <summary>The part of all gates that belongs to one of them.</summary>
    private Tensor Gate(Tensor all, int number) => all.Slice(1, (number * HiddenSize)..((number + 1) * HiddenSize));
}
