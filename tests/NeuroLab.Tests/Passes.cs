using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests;

/// <summary>A pass through a layer, there and back.</summary>
internal static class Passes
{
    /// <summary>y, and the gradient that comes back to x when dy comes back to y. The gradients of the parameters are added to theirs.</summary>
    internal static (Tensor Y, Tensor Dx) Pass(this Layer layer, Tensor x, Func<Tensor, Tensor> dy)
    {
        Tensor input = x.Detach();
        input.RequiresGrad = true;
        Tensor y = layer.Forward(input);
        y.Backward(dy(y));
        return (y, input.Gradient!);
    }

    /// <inheritdoc cref="Pass(Layer, Tensor, Func{Tensor, Tensor})"/>
    internal static (Tensor Y, Tensor Dx) Pass(this Layer layer, Tensor x, Tensor dy) => layer.Pass(x, _ => dy);
}
