using System.Globalization;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Leaky ReLU, y = x above zero and slope · x below: no unit ever stops learning. Any shape.</summary>
/// <param name="negativeSlope">The slope below zero.</param>
public sealed class LeakyReLU(float negativeSlope = 0.01f) : Layer
{
    /// <summary>The slope below zero.</summary>
    public float NegativeSlope { get; } = negativeSlope;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <inheritdoc/>
    protected override Tensor ForwardCore(Tensor x) => LeakyReLUOp.Of(x, NegativeSlope);

    /// <summary>The layer with its slope, such as <c>LeakyReLU(0.01)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"LeakyReLU({NegativeSlope})");
}
