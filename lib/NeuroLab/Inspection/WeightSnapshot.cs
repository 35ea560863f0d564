using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>The parameters of a model at one moment of its training.</summary>
/// <param name="Label">The moment, such as <c>epoch 3</c>.</param>
/// <param name="Index">Which recording it was, counted from 0, also counting those that were thinned out.</param>
/// <param name="Values">A copy of each parameter's value, in the recorder's order.</param>
/// <param name="Gradients">A copy of each parameter's gradient; empty where gradients are not recorded.</param>
public sealed record WeightSnapshot(string Label, int Index, IReadOnlyList<Tensor> Values, IReadOnlyList<Tensor> Gradients)
{
    /// <summary>The label.</summary>
    public override string ToString() => Label;
}
