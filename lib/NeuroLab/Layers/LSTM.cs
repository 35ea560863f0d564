using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Long short-term memory: a recurrent layer that keeps a cell c beside its state h, which gates let things into, keep, and let out of.
/// </summary>
/// <remarks>
/// With the gates i, f, o = σ(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ) and g = tanh(the same with its own weights): cₜ = f cₜ₋₁ + i g, hₜ = o tanh(cₜ);
/// c before the first step is 0. The order of the gates is i (in), f (forget), g (what is new), o (out). For the shapes see
/// <see cref="Recurrent"/>. S. Hochreiter and J. Schmidhuber, "Long short-term memory", 1997.
/// </remarks>
public sealed class LSTM : Recurrent
{
    /// <summary>A recurrent layer with weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="random">Where the starting values come from.</param>
    public LSTM(int inputSize, int hiddenSize, Random random)
        : base(inputSize, hiddenSize, gates: 4, random)
    {
    }

    /// <summary>cₜ = f cₜ₋₁ + i g, hₜ = o tanh(cₜ), step by step.</summary>
    protected override Tensor ForwardCore(Tensor x)
    {
        Tensor c = Zeros(x);
        return Unroll(x, (now, h) =>
        {
            Tensor gates = now + FromState(h);
            Tensor i = Gate(gates, 0).Sigmoid(), f = Gate(gates, 1).Sigmoid(), g = Gate(gates, 2).Tanh(), o = Gate(gates, 3).Sigmoid();
            c = f * c + i * g;
            return o * c.Tanh();
        });
    }
}
