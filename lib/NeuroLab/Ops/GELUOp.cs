using MathNet.Numerics;
using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>x times the normal distribution's cumulative function Φ. Shapes: x and y any, the same.</summary>
/// <remarks>Φ(x) = (1 + erf(x / √2)) / 2, without approximation; φ is its density, exp(-x²/2) / √(2π).</remarks>
internal sealed class GELUOp : UnaryOperation
{
    private static readonly float Density0 = 1 / MathF.Sqrt(2 * MathF.PI);
    private float[] cumulative = [];

    internal static Tensor Of(Tensor x) => Take<GELUOp>(x).Run();

    /// <summary>y = x Φ(x).</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        if (cumulative.Length != x.Length)
            cumulative = new float[x.Length];
        ReadOnlySpan<float> numbers = x.Values;
        for (int i = 0; i < numbers.Length; i++)
            cumulative[i] = (float)(0.5 * SpecialFunctions.Erfc(-numbers[i] / Constants.Sqrt2));
        TensorPrimitives.Multiply(numbers, cumulative, y.Values);
    }

    /// <summary>dx = dy (Φ(x) + x φ(x)).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Multiply(x.Values, x.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, -0.5f, dx.Values);
        Functions.Exp(dx.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, Density0, dx.Values);
        TensorPrimitives.MultiplyAdd(dx.Values, x.Values, cumulative, dx.Values);
        TensorPrimitives.Multiply(dx.Values, dy.Values, dx.Values);
    }
}
