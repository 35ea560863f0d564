using NeuroLab.Ops.Convolutions;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Convolution of pictures. Shapes: x (batch, in channels, height, width), W (out channels, in channels, kh, kw), b (out channels),
/// y (batch, out channels, out height, out width).
/// </summary>
/// <remarks>How it becomes a matrix product stands in <see cref="ColumnConvolution"/>; how it becomes a faster one, in <see cref="FramedConvolution{TVector, TSimd}"/>.</remarks>
internal sealed class ConvOp : Operation
{
    private Convolution convolution = null!;

    internal static Tensor Of(Convolution convolution, Tensor x, Tensor weight, Tensor? bias, Shape shape)
    {
        ConvOp operation = bias is null ? Take<ConvOp>(x, weight) : Take<ConvOp>(x, weight, bias);
        operation.convolution = convolution;
        return operation.Run(shape);
    }

    /// <summary>y = W ∗ x + b.</summary>
    protected override void Forward(Tensor y) => convolution.Forward(Input(0), Input(1), InputCount == 3 ? Input(2) : null, y);

    /// <summary>dW = dy ∗ x, db = the sums of dy over all places, dx = the sum of what each window gives back, Wᵀ ∗ dy.</summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        Tensor? dw = GradientOf(1), db = InputCount == 3 ? GradientOf(2) : null, dx = GradientOf(0);
        if (dy.Length > 0)
        {
            convolution.Backward(Input(0), Input(1), dy, dw, db, dx);
            return;
        }
        dw?.Values.Clear();
        db?.Values.Clear();
    }
}
