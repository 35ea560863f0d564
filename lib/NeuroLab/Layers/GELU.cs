using MathNet.Numerics;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Gaussian error linear unit, y = x Φ(x), Φ being the normal distribution's cumulative function: a smooth ReLU. Any shape.
/// </summary>
/// <remarks>Φ(x) = (1 + erf(x / √2)) / 2, without approximation. D. Hendrycks and K. Gimpel, "Gaussian error linear units", 2016.</remarks>
public sealed class GELU : FormulaLayer
{
    private static readonly double Density0 = 1 / Math.Sqrt(2 * Math.PI);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = x Φ(x).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        for (int i = 0; i < y.Length; i++)
            y.Values[i] = (float)(x.Values[i] * Cumulative(x.Values[i]));
    }

    /// <summary>dx = dy (Φ(x) + x φ(x)), φ being the normal density exp(-x²/2) / √(2π).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        for (int i = 0; i < dx.Length; i++)
        {
            double value = x.Values[i];
            dx.Values[i] = (float)(dy.Values[i] * (Cumulative(value) + value * Density0 * Math.Exp(-value * value / 2)));
        }
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "GELU()";

    private static double Cumulative(double x) => 0.5 * SpecialFunctions.Erfc(-x / Constants.Sqrt2);
}
