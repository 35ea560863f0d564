using System.Runtime.Intrinsics;
using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops.Convolutions;

/// <summary>A way to compute the convolution of pictures and its gradients. It may work in memory of its own, but remembers no pass.</summary>
internal abstract class Convolution
{
    /// <summary>The fastest way there is for a window on this processor.</summary>
    internal static Convolution For(Window window)
    {
        // Both framed pictures, that of x and that of dy, must surround the picture, and neighbouring outputs must see neighbouring inputs.
        if (window.Stride != 1 || window.Reach.Height < window.Padding.Height || window.Reach.Width < window.Padding.Width)
            return new ColumnConvolution(window);
        if (Vector512.IsHardwareAccelerated)
            return new FramedConvolution<Vector512<float>, Simd512<float>>(window);
        if (Vector256.IsHardwareAccelerated)
            return new FramedConvolution<Vector256<float>, Simd256<float>>(window);
        return Vector128.IsHardwareAccelerated ? new FramedConvolution<Vector128<float>, Simd128<float>>(window) : new FramedConvolution<float, Simd1<float>>(window);
    }

    /// <summary>y = W ∗ x + b.</summary>
    /// <param name="x">The pictures.</param>
    /// <param name="weight">W (out channels, in channels, kh, kw).</param>
    /// <param name="bias">b, if there is one.</param>
    /// <param name="y">Where the result goes.</param>
    internal abstract void Forward(Tensor x, Tensor weight, Tensor? bias, Tensor y);

    /// <summary>dW, db and dx.</summary>
    /// <param name="x">What went in.</param>
    /// <param name="weight">W, as before.</param>
    /// <param name="dy">d loss / d y.</param>
    /// <param name="weightGradient">Where dW goes, if it is asked for.</param>
    /// <param name="biasGradient">Where db goes, if it is asked for.</param>
    /// <param name="dx">Where dx goes, if it is asked for.</param>
    internal abstract void Backward(Tensor x, Tensor weight, Tensor dy, Tensor? weightGradient, Tensor? biasGradient, Tensor? dx);
}
