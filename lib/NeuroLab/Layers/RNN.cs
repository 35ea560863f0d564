using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// A recurrent layer: it reads a sequence step by step and keeps what it has read in a hidden state h.
/// </summary>
/// <remarks>
/// hₜ = tanh(xₜ Wᵢₕᵀ + bᵢₕ + hₜ₋₁ Wₕₕᵀ + bₕₕ). For the shapes see <see cref="Recurrent"/>. J. Elman, "Finding structure in time", 1990.
/// </remarks>
public sealed class RNN : Recurrent
{
    /// <summary>A recurrent layer with weights and biases drawn evenly from ±1/√hidden, as PyTorch does.</summary>
    /// <param name="inputSize">The number of inputs of one step.</param>
    /// <param name="hiddenSize">The size of the hidden state.</param>
    /// <param name="random">Where the starting values come from.</param>
    public RNN(int inputSize, int hiddenSize, Random random)
        : base(inputSize, hiddenSize, gates: 1, random)
    {
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => RecurrenceOp.Of(x, InputWeight.Value, HiddenWeight.Value, InputBias.Value, HiddenBias.Value, OutputShapeOf(x));
}
