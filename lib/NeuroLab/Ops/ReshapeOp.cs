using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>The same numbers in another shape. Shapes: x any, y any with as many elements. Nothing is copied: both share their numbers.</summary>
internal sealed class ReshapeOp : UnaryOperation
{
    internal static Tensor Of(Tensor x, Shape shape)
    {
        if (shape.ElementCount != x.Length)
            throw new ArgumentException($"A tensor of shape {x.Shape} has {x.Length} elements and can't be seen as {shape}, which has {shape.ElementCount}.", nameof(shape));
        return Take<ReshapeOp>(x).Run(shape);
    }

    /// <summary>y = x: they lie in the same memory.</summary>
    protected override void Forward(Tensor x, Tensor y)
    {
    }

    /// <summary>dx = dy.</summary>
    protected override void Backward(Tensor x, Tensor y, Tensor dy, Tensor dx) => InParts.Compute(dy, dx, static (dy, dx) => dy.CopyTo(dx));

    private protected override Tensor MakeOutput(Tensor? last, Shape? shape) =>
        last is not null && ReferenceEquals(last.Array, Input(0).Array) && last.Shape.IsSameAs(shape!) ? last : new Tensor(shape!, Input(0).Array);
}
