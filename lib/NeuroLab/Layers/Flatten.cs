using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Makes each sample one row: (batch, channels, height, width) becomes (batch, channels · height · width). The numbers stay as they are.
/// </summary>
public sealed class Flatten : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Rank < 2)
            throw new ShapeException($"{Describe()} expects a batch of samples, (batch, ...), but was given {input}. One sample alone is a batch of 1: x.Reshape(1, -1).");
        return new Shape((input.NameOf(0) ?? "batch", input[0]), ("features", input.Without(0).ElementCount));
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => x.Reshape(OutputShapeOf(x));

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "Flatten()";
}
