using NeuroLab.Ops;

namespace NeuroLab.Tensors;

/// <content>Functions of every element, through which gradients go back.</content>
public sealed partial class Tensor
{
    /// <summary>exp(x).</summary>
    public Tensor Exp() => ExpOp.Of(this);

    /// <summary>The natural logarithm of x.</summary>
    public Tensor Log() => LogOp.Of(this);

    /// <summary>√x.</summary>
    public Tensor Sqrt() => SqrtOp.Of(this);

    /// <summary>|x|.</summary>
    public Tensor Abs() => AbsOp.Of(this);

    /// <summary>xⁿ.</summary>
    /// <param name="exponent">n.</param>
    public Tensor Pow(float exponent) => PowOp.Of(this, exponent);

    /// <summary>max(x, 0).</summary>
    public Tensor ReLU() => ReLUOp.Of(this);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public Tensor Sigmoid() => SigmoidOp.Of(this);

    /// <summary>tanh(x).</summary>
    public Tensor Tanh() => TanhOp.Of(this);

    /// <summary>Softmax over the last axis: exp(xᵢ) / Σ exp(xⱼ).</summary>
    /// <exception cref="ShapeException">There is no last axis, or it has no place.</exception>
    public Tensor Softmax() => SoftmaxOp.Of(WithLastAxis());

    /// <summary>The logarithm of softmax over the last axis, computed without overflow or log(0).</summary>
    /// <exception cref="ShapeException">There is no last axis, or it has no place.</exception>
    public Tensor LogSoftmax() => LogSoftmaxOp.Of(WithLastAxis());

    /// <summary>The larger of two numbers at each place.</summary>
    /// <param name="left">A tensor.</param>
    /// <param name="right">Another, of a shape that fits.</param>
    public static Tensor Maximum(Tensor left, Tensor right) => MaximumOp.Of(left, right);

    /// <summary>Chooses at each place: the number of the left tensor where the condition is not 0, else that of the right one.</summary>
    /// <param name="condition">The condition. No gradient goes back through it.</param>
    /// <param name="left">What is chosen where it is met.</param>
    /// <param name="right">What is chosen where it is not.</param>
    /// <exception cref="ShapeException">The three have not the same shape.</exception>
    public static Tensor Where(Tensor condition, Tensor left, Tensor right)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return condition.Shape == left.Shape && left.Shape == right.Shape
            ? WhereOp.Of(condition, left, right)
            : throw new ShapeException($"Where chooses number by number, so all three tensors need one shape, but they have {condition.Shape}, {left.Shape} and {right.Shape}.");
    }

    private Tensor WithLastAxis() => Rank > 0 && Shape[^1] > 0
        ? this
        : throw new ShapeException($"Softmax works along the last axis, which must have at least one place, but this tensor has the shape {Shape}. Logits have the shape (batch, classes).");
}
