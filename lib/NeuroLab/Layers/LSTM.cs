using NeuroLab.Initialization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Long short-term memory: a recurrent layer that keeps a cell c beside its state h, which gates let things into, keep, and let out of.
/// </summary>
/// <remarks>
/// With the gates i, f, o = σ(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ) and g = tanh(the same with its own weights): cₜ = f cₜ₋₁ + i g, hₜ = o tanh(cₜ);
/// h and c before the first step are 0. Shapes: x (batch, time, in), y (batch, time, hidden): h of every step. S. Hochreiter and
/// J. Schmidhuber, "Long short-term memory", 1997.
/// </remarks>
public sealed class LSTM : Layer
{
    /// <summary>A recurrent layer with weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="random">Where the starting values come from.</param>
    public LSTM(int inputSize, int hiddenSize, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        ArgumentNullException.ThrowIfNull(random);
        InputSize = inputSize;
        HiddenSize = hiddenSize;
        double bound = 1 / Math.Sqrt(hiddenSize);
        Uniform start = new(-bound, bound);
        InputWeight = AddParameter("weight_ih_l0", start.Create(new Shape(("gates", 4 * hiddenSize), ("in", inputSize)), random));
        HiddenWeight = AddParameter("weight_hh_l0", start.Create(new Shape(("gates", 4 * hiddenSize), ("hidden before", hiddenSize)), random));
        InputBias = AddParameter("bias_ih_l0", start.Create(new Shape(("gates", 4 * hiddenSize)), random));
        HiddenBias = AddParameter("bias_hh_l0", start.Create(new Shape(("gates", 4 * hiddenSize)), random));
    }

    /// <summary>The number of inputs of one step.</summary>
    public int InputSize { get; }

    /// <summary>The size of the hidden state.</summary>
    public int HiddenSize { get; }

    /// <summary>The weights on the inputs, shape (4 · hidden, in): the gates i (in), f (forget), g (what is new), o (out), one below the other.</summary>
    public Parameter InputWeight { get; }

    /// <summary>The weights on the state before, shape (4 · hidden, hidden before), in the same order.</summary>
    public Parameter HiddenWeight { get; }

    /// <summary>The biases that belong to the inputs, shape (4 · hidden).</summary>
    public Parameter InputBias { get; }

    /// <summary>The biases that belong to the state before, shape (4 · hidden).</summary>
    public Parameter HiddenBias { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank == 3 && input[2] == InputSize && input[1] > 0
            ? new Shape((input.NameOf(0) ?? "batch", input[0]), (input.NameOf(1) ?? "time", input[1]), ("hidden", HiddenSize))
            : throw new ShapeException($"{Describe()} expects sequences of shape (batch, time, in {InputSize}) with at least one step, but was given {input}. The batch comes first, then time, then the inputs of one step.");
    }

    /// <summary>cₜ = f cₜ₋₁ + i g, hₜ = o tanh(cₜ), step by step.</summary>
    protected override Tensor ForwardCore(Tensor x)
    {
        Shape shape = OutputShapeOf(x);
        int batch = shape[0], steps = shape[1];
        Tensor inputs = LinearOp.Of(x, InputWeight.Value, InputBias.Value);
        Tensor h = new(batch, HiddenSize), c = new(batch, HiddenSize);
        var states = new Tensor[steps];
        for (int t = 0; t < steps; t++)
        {
            Tensor gates = inputs.Slice(1, t..(t + 1)).Reshape(batch, 4 * HiddenSize) + LinearOp.Of(h, HiddenWeight.Value, HiddenBias.Value);
            c = Gate(gates, 1).Sigmoid() * c + Gate(gates, 0).Sigmoid() * Gate(gates, 2).Tanh();
            h = Gate(gates, 3).Sigmoid() * c.Tanh();
            states[t] = h.Reshape(batch, 1, HiddenSize);
        }
        return Tensor.Concatenate(1, states).Reshape(shape);
    }

    /// <summary>The layer with its sizes, such as <c>LSTM(1, 16)</c>.</summary>
    public override string ToString() => $"LSTM({InputSize}, {HiddenSize})";

    /// <summary>The part of all gates that belongs to one of them.</summary>
    private Tensor Gate(Tensor all, int number) => all.Slice(1, (number * HiddenSize)..((number + 1) * HiddenSize));
}
