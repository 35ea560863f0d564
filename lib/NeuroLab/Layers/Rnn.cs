using NeuroLab.Initialization;
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
public sealed class Rnn : FormulaLayer
{
    private readonly Workspace sums = new(), states = new(), stateGradients = new(), stepGradients = new(), sumGradients = new();

    /// <summary>A recurrent layer with weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="random">Where the starting values come from.</param>
    public Rnn(int inputSize, int hiddenSize, Random random)
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

    /// <summary>hₜ = tanh(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ), step by step.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        MatrixProduct.Multiply(x, transposeA: false, InputWeight.Value, transposeB: true, y);
        Tensor state = states.Take(x.Shape[0], HiddenSize), sum = sums.Take(x.Shape[0], HiddenSize);
        state.Values.Clear();
        for (int t = 0; t < x.Shape[1]; t++)
        {
            MatrixProduct.Multiply(state, transposeA: false, HiddenWeight.Value, transposeB: true, sum);
            for (int n = 0; n < x.Shape[0]; n++)
            {
                Span<float> h = StepOf(y, n, t), a = RowOf(sum, n);
                TensorPrimitives.Add(a, h, a);
                TensorPrimitives.Add(a, InputBias.Value.Values, a);
                TensorPrimitives.Add(a, HiddenBias.Value.Values, a);
                Tanh.Compute(a, h);
                h.CopyTo(RowOf(state, n));
            }
        }
    }

    /// <summary>
    /// Through time, last step first: da = (dyₜ + dh) (1 - hₜ²), dWₕₕ += daᵀ hₜ₋₁, dh = da Wₕₕ for the step before; then over all
    /// steps at once dWᵢₕ += daᵀ x, dx = da Wᵢₕ, and both db += the sum of da.
    /// </summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        int batch = x.Shape[0], steps = x.Shape[1];
        Tensor before = states.Take(batch, HiddenSize), dh = stateGradients.Take(batch, HiddenSize);
        Tensor da = stepGradients.Take(batch, HiddenSize), allDa = sumGradients.Take(batch, steps, HiddenSize);
        dh.Values.Clear();
        for (int t = steps - 1; t >= 0; t--)
        {
            for (int n = 0; n < batch; n++)
            {
                ReadOnlySpan<float> h = StepOf(y, n, t), above = StepOf(dy, n, t), later = RowOf(dh, n);
                Span<float> a = RowOf(da, n);
                for (int j = 0; j < a.Length; j++)
                    a[j] = (above[j] + later[j]) * (1 - h[j] * h[j]);
                a.CopyTo(StepOf(allDa, n, t));
                TensorPrimitives.Add(InputBias.Gradient.Values, a, InputBias.Gradient.Values);
                TensorPrimitives.Add(HiddenBias.Gradient.Values, a, HiddenBias.Gradient.Values);
                if (t > 0)
                    StepOf(y, n, t - 1).CopyTo(RowOf(before, n));
            }
            if (t == 0)
                break;
            MatrixProduct.Multiply(da, transposeA: true, before, transposeB: false, HiddenWeight.Gradient, accumulate: true);
            MatrixProduct.Multiply(da, transposeA: false, HiddenWeight.Value, transposeB: false, dh);
        }
        MatrixProduct.Multiply(allDa, transposeA: true, x, transposeB: false, InputWeight.Gradient, accumulate: true);
        MatrixProduct.Multiply(allDa, transposeA: false, InputWeight.Value, transposeB: false, dx);
    }

    /// <summary>The layer with its sizes, such as <c>Rnn(1, 16)</c>.</summary>
    public override string ToString() => $"Rnn({InputSize}, {HiddenSize})";

    private static Span<float> RowOf(Tensor matrix, int n) => matrix.Values.Slice(n * matrix.Shape[1], matrix.Shape[1]);

    private static Span<float> StepOf(Tensor sequences, int n, int t) =>
        sequences.Values.Slice((n * sequences.Shape[1] + t) * sequences.Shape[2], sequences.Shape[2]);
}
