using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Keeps the last step of each sequence, in PyTorch <c>y[:, -1]</c>: (batch, time, features) becomes (batch, features).
/// </summary>
public sealed class LastStep : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank == 3 && input[1] > 0
            ? input.Without(1)
            : throw new ShapeException($"{Describe()} expects sequences of shape (batch, time, features) with at least one step, as RNN gives them, but was given {input}.");
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => LastStepOp.Of(x, OutputShapeOf(x));

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "LastStep()";
}
