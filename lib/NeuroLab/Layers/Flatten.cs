using NeuroLab.LinearAlgebra;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Makes each sample one row: (batch, channels, height, width) becomes (batch, channels · height · width). The numbers stay as they are.
/// </summary>
public sealed class Flatten : FormulaLayer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank < 2)
            throw new ShapeException($"{Describe()} expects a batch of samples, (batch, ...), but was given {input}. One sample alone is a batch of 1: x.Reshape(1, -1).");
        return new Shape((input.NameOf(0) ?? "batch", input[0]), ("features", input.Without(0).ElementCount));
    }

    /// <summary>y = x in another shape.</summary>
    protected override void Forward(Tensor x, Tensor y) => InParts.Compute(x, y, static (x, y) => x.CopyTo(y));

    /// <summary>dx = dy in the shape of x.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => InParts.Compute(dy, dx, static (dy, dx) => dy.CopyTo(dx));

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "Flatten()";
}
