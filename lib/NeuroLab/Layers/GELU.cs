using MathNet.Numerics;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Gaussian error linear unit, y = x Φ(x), Φ being the normal distribution's cumulative function: a smooth ReLU. Any shape.
/// </summary>
/// <remarks>Φ(x) = (1 + erf(x / √2)) / 2, without approximation. D. Hendrycks and K. Gimpel, "Gaussian error linear units", 2016.</remarks>
public sealed class GELU : FormulaLayer
{
    private static readonly float Density0 = 1 / MathF.Sqrt(2 * MathF.PI);
    private readonly Workspace buffers = new();
    private Tensor? cumulative;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input;

    /// <summary>y = x Φ(x).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        cumulative = buffers.Take(x.Shape);
        ReadOnlySpan<float> numbers = x.Values;
        Span<float> phi = cumulative.Values;
        for (int i = 0; i < phi.Length; i++)
            phi[i] = (float)(0.5 * SpecialFunctions.Erfc(-numbers[i] / Constants.Sqrt2));
        TensorPrimitives.Multiply(numbers, phi, y.Values);
    }

    /// <summary>dx = dy (Φ(x) + x φ(x)), φ being the normal density exp(-x²/2) / √(2π).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Multiply(x.Values, x.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, -0.5f, dx.Values);
        TensorPrimitives.Exp(dx.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, Density0, dx.Values);
        TensorPrimitives.MultiplyAdd(dx.Values, x.Values, cumulative!.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, dy.Values, dx.Values);
    }

    /// <summary>The name of the layer.</summary>
    public override string ToString() => "GELU()";
}
