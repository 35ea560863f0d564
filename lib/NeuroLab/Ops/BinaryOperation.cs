using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// An operation on two tensors element by element, whose shapes are stretched to one where they differ: see <see cref="Broadcast"/>.
/// </summary>
/// <remarks>The formulas are written for numbers that stand at the same place. Whatever a number was repeated for sends its gradient back; they are summed.</remarks>
internal abstract class BinaryOperation : Operation
{
    private readonly Workspace spread = new();

    /// <inheritdoc/>
    protected sealed override Shape OutputShape() => Broadcast.CommonShape(Input(0).Shape, Input(1).Shape);

    /// <inheritdoc/>
    protected sealed override void Backward(Tensor y, Tensor dy)
    {
        if (GradientOf(0) is { } da)
            Return(y, da, dy, 0);
        if (GradientOf(1) is { } db)
            Return(y, db, dy, 1);
    }

    /// <summary>The gradient of one of the two, in the shape of y.</summary>
    /// <param name="number">Which of the two.</param>
    /// <param name="y">The result.</param>
    /// <param name="dy">d loss / d y.</param>
    /// <param name="gradient">Where it goes.</param>
    protected abstract void Backward(int number, Tensor y, Tensor dy, Tensor gradient);

    private void Return(Tensor y, Tensor gradient, Tensor dy, int number)
    {
        if (gradient.Shape == y.Shape)
        {
            Backward(number, y, dy, gradient);
            return;
        }
        Tensor wide = spread.Take(y.Shape);
        Backward(number, y, dy, wide);
        Broadcast.SumInto(wide, gradient);
    }
}
