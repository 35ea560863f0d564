using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Gated recurrent unit: a recurrent layer whose gates say how much of its state is replaced, and how much of it is looked at for what replaces it.
/// </summary>
/// <remarks>
/// With the gates r, z = σ(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ) and n = tanh(xₜ Wᵢₕᵀ + bᵢₕ + r (hₜ₋₁ Wₕₕᵀ + bₕₕ)), each with its own weights:
/// hₜ = (1 - z) n + z hₜ₋₁. The order of the gates is r (reset), z (update), n (what is new). For the shapes see <see cref="Recurrent"/>.
/// K. Cho et al., "Learning phrase representations using RNN encoder-decoder", 2014.
/// </remarks>
public sealed class GRU : Recurrent
{
    /// <summary>A recurrent layer with weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="random">Where the starting values come from.</param>
    public GRU(int inputSize, int hiddenSize, Random random)
        : base(inputSize, hiddenSize, gates: 3, random)
    {
    }

    /// <summary>hₜ = (1 - z) n + z hₜ₋₁, step by step.</summary>
    protected override Tensor ForwardCore(Tensor x) => Unroll(x, (now, h) =>
    {
        Tensor before = FromState(h);
        Tensor r = (Gate(now, 0) + Gate(before, 0)).Sigmoid(), z = (Gate(now, 1) + Gate(before, 1)).Sigmoid();
        Tensor n = (Gate(now, 2) + r * Gate(before, 2)).Tanh();
        return (1 - z) * n + z * h;
    });
}
