using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Hyperbolic tangent. Shapes: x and y any, the same.</summary>
internal sealed class TanhOp : UnaryOperation
{
    internal static Tensor Of(Tensor x) => Take<TanhOp>(x).Run();

    /// <summary>y = tanh(x).</summary>
    protected override void Forward(Tensor x, Tensor y) => Compute(x.Values, y.Values);

    /// <summary>dx = dy · (1 - y²).</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        TensorPrimitives.Multiply(y.Values, y.Values, dx.Values);
        TensorPrimitives.Subtract(1, dx.Values, dx.Values);
        TensorPrimitives.Multiply(dx.Values, dy.Values, dx.Values);
    }

    /// <summary>y = tanh(x), exact near 0.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="y">Where the results go; not the same memory as x.</param>
    internal static void Compute(ReadOnlySpan<float> x, Span<float> y)
    {
        Functions.Tanh(x, y);
        if (WebKernels.AreThere)
            return;
        // That is right to 1e-7 in all, which is much of a small number, and gives -6e-8 for 0. There the first terms of the series do better.
        const float Small = 0.05f;
        for (int i = 0; i < x.Length; i++)
        {
            float v = x[i];
            if (MathF.Abs(v) < Small)
                y[i] = v * (1 - v * v * (1 / 3f - v * v * (2 / 15f)));
        }
    }
}
