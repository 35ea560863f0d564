using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Leaky ReLU, y = x above zero and slope · x below: no unit ever stops learning. Any shape.</summary>
/// <param name="negativeSlope">The slope below zero.</param>
public sealed class LeakyReLU(float negativeSlope = 0.01f) : FormulaLayer
{
    /// <summary>The slope below zero.</summary>
    public float NegativeSlope { get; } = negativeSlope;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = x where x &gt; 0, else slope · x.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        TensorPrimitives.Multiply(x.Values, NegativeSlope, y.Values);
        WherePositive.Choose(x.Values, x.Values, y.Values, y.Values);
    }

    /// <summary>dx = dy where x &gt; 0, else slope · dy.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Multiply(dy.Values, NegativeSlope, dx.Values);
        WherePositive.Choose(x.Values, dy.Values, dx.Values, dx.Values);
    }

    /// <summary>The layer with its slope, such as <c>LeakyReLU(0.01)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"LeakyReLU({NegativeSlope})");
}
