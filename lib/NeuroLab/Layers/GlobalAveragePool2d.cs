using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// The mean of each channel over all places: (batch, channels, height, width) becomes (batch, channels), whatever the size of the pictures.
/// In PyTorch <c>AdaptiveAvgPool2d(1)</c> and <c>Flatten()</c>.
/// </summary>
public sealed class GlobalAveragePool2d : Layer
{
    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Rank == 4 && input[2] > 0 && input[3] > 0
            ? input.Without(3).Without(2)
            : throw new ShapeException($"{Describe()} expects pictures of shape (batch, channels, height, width) with at least one pixel, but was given {input}.");
    }

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x)
    {
        Shape shape = OutputShapeOf(x);
        return x.Reshape(shape[0], shape[1], x.Shape[2] * x.Shape[3]).Mean(2);
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "GlobalAveragePool2d()";
}
