using NeuroLab.Ops.Convolutions;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Transposed convolution of pictures: a convolution gone the other way. Shapes: x (batch, in channels, height, width), W (in channels,
/// out channels, kh, kw), b (out channels), y (batch, out channels, out height, out width).
/// </summary>
/// <remarks>To the convolution y is what goes in and x what comes out, so its dx gives y, and its y gives dx.</remarks>
internal sealed class ConvTransposeOp : Operation
{
    private Convolution convolution = null!;

    internal static Tensor Of(Convolution convolution, Tensor x, Tensor weight, Tensor? bias, Shape shape)
    {
        ConvTransposeOp operation = bias is null ? Take<ConvTransposeOp>(x, weight) : Take<ConvTransposeOp>(x, weight, bias);
        operation.convolution = convolution;
        return operation.Run(shape);
    }

    /// <summary>y = Wᵀ ∗ x + b: each number of x puts its kernel into y, and where kernels overlap they are added.</summary>
    protected override void Forward(Tensor y)
    {
        if (y.Length == 0)
            return;
        convolution.Backward(y, Input(1), dy: Input(0), weightGradient: null, biasGradient: null, dx: y);
        for (int channel = 0; InputCount == 3 && channel < y.Shape[1]; channel++)
            Channels.Add(y, channel, Input(2).Values[channel]);
    }

    /// <summary>dx = W ∗ dy, dW = x ∗ dy, db = the sums of dy over all places.</summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        Tensor? dx = GradientOf(0), dw = GradientOf(1), db = InputCount == 3 ? GradientOf(2) : null;
        if (dx is not null)
            convolution.Forward(dy, Input(1), bias: null, dx);
        if (dw is not null && dy.Length > 0)
            convolution.Backward(dy, Input(1), dy: Input(0), weightGradient: dw, biasGradient: null, dx: null);
        else
            dw?.Values.Clear();
        for (int channel = 0; db is not null && channel < db.Length; channel++)
            db.Values[channel] = Channels.Sum(dy, channel);
    }
}
