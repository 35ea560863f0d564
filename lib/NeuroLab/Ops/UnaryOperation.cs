using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>An operation on one tensor: y from x, and dx from dy.</summary>
public abstract class UnaryOperation : Operation
{
    /// <summary>The forward formula: fills <paramref name="y"/>.</summary>
    /// <param name="x">The input; not to be changed.</param>
    /// <param name="y">The result. It may hold numbers from the step before: overwrite all of it.</param>
    protected abstract void Forward(Tensor x, Tensor y);

    /// <summary>The backward formula: fills <paramref name="dx"/>.</summary>
    /// <param name="x">The input; not to be changed.</param>
    /// <param name="y">The result; not to be changed.</param>
    /// <param name="dy">d loss / d y, in the shape of y; not to be changed.</param>
    /// <param name="dx">Where d loss / d x goes, in the shape of x. It may hold anything: overwrite all of it.</param>
    protected abstract void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx);

    /// <inheritdoc/>
    protected sealed override void Forward(Tensor y) => Forward(Input(0), y);

    /// <inheritdoc/>
    protected sealed override void Backward(Tensor y, Tensor dy) => Backward(Input(0), y, dy, GradientOf(0)!);
}
