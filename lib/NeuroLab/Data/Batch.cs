using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Some samples of a data set, taken together for one training step.</summary>
/// <param name="Inputs">What goes into the model, shape (batch, ...).</param>
/// <param name="Targets">What should come out, shape (batch) for labels, (batch, ...) for values.</param>
public sealed record Batch(Tensor Inputs, Tensor Targets)
{
    /// <summary>The number of samples.</summary>
    public int Count => Inputs.Shape[0];

    /// <summary>The two shapes, such as <c>Batch: inputs (batch 64, in 784), targets (batch 64)</c>.</summary>
    public override string ToString() => $"Batch: inputs {Inputs.Shape}, targets {Targets.Shape}";
}
