using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The last step of each sequence. Shapes: x (batch, time, features), y (batch, features).</summary>
internal sealed class LastStepOp : UnaryOperation
{
    internal static Tensor Of(Tensor x, Shape shape) => Take<LastStepOp>(x).Run(shape);

    /// <summary>y[n] = x[n, -1].</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
        for (int n = 0; n < x.Shape[0]; n++)
            LastOf(x, n).CopyTo(y.Sample(n));
    }

    /// <summary>dx[n, -1] = dy[n], 0 at all other steps.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx)
    {
        dx.Values.Clear();
        for (int n = 0; n < x.Shape[0]; n++)
            dy.Sample(n).CopyTo(LastOf(dx, n));
    }

    private static Span<float> LastOf(Tensor x, int n) => x.Sample(n)[^x.Shape[2]..];
}
