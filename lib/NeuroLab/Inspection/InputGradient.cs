using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>What comes back to the input of a function, such as a layer, when a gradient comes back to its output.</summary>
public static class InputGradient
{
    /// <summary>dx for a given dy. The gradients of parameters on the way are added to theirs.</summary>
    /// <param name="function">The function, such as <c>layer.Forward</c>.</param>
    /// <param name="x">Its input. It is not changed.</param>
    /// <param name="dy">d loss / d y, in the shape of its output.</param>
    /// <returns>d loss / d x, in the shape of x.</returns>
    /// <exception cref="InvalidOperationException">The output was not computed from the input.</exception>
    public static Tensor Of(Func<Tensor, Tensor> function, Tensor x, Tensor dy)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(x);
        Tensor input = x.Detach();
        input.RequiresGrad = true;
        function(input).Backward(dy);
        return input.Gradient ?? throw new InvalidOperationException("No gradient came back to the input: the function's output was not computed from it. Compute with the tensor that the function is given, in operations on tensors.");
    }
}
