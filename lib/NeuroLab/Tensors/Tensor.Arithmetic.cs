using NeuroLab.Ops;

namespace NeuroLab.Tensors;

/// <content>Element by element. Shapes that differ are stretched to fit as PyTorch and NumPy do: see <see cref="Broadcast"/>.</content>
public sealed partial class Tensor
{
    /// <summary>a + b, element by element.</summary>
    public static Tensor operator +(Tensor left, Tensor right) => AddOp.Of(left, right);

    /// <summary>a - b, element by element.</summary>
    public static Tensor operator -(Tensor left, Tensor right) => SubtractOp.Of(left, right);

    /// <summary>a · b, element by element. For the product of matrices see <see cref="MatMul"/>.</summary>
    public static Tensor operator *(Tensor left, Tensor right) => MultiplyOp.Of(left, right);

    /// <summary>a / b, element by element.</summary>
    public static Tensor operator /(Tensor left, Tensor right) => DivideOp.Of(left, right);

    /// <summary>Every element plus a number.</summary>
    public static Tensor operator +(Tensor left, float right) => ShiftOp.Of(left, right);

    /// <summary>A number plus every element.</summary>
    public static Tensor operator +(float left, Tensor right) => ShiftOp.Of(right, left);

    /// <summary>Every element minus a number.</summary>
    public static Tensor operator -(Tensor left, float right) => ShiftOp.Of(left, -right);

    /// <summary>A number minus every element.</summary>
    public static Tensor operator -(float left, Tensor right) => ShiftOp.Of(ScaleOp.Of(right, -1), left);

    /// <summary>Every element times a number.</summary>
    public static Tensor operator *(Tensor left, float right) => ScaleOp.Of(left, right);

    /// <summary>A number times every element.</summary>
    public static Tensor operator *(float left, Tensor right) => ScaleOp.Of(right, left);

    /// <summary>Every element divided by a number.</summary>
    public static Tensor operator /(Tensor left, float right) => ScaleOp.Of(left, right, divides: true);

    /// <summary>A number divided by every element.</summary>
    public static Tensor operator /(float left, Tensor right) => Scalar(left) / right;

    /// <summary>-a, element by element.</summary>
    public static Tensor operator -(Tensor tensor) => -1f * tensor;

    /// <summary>a + b, element by element.</summary>
    public static Tensor Add(Tensor left, Tensor right) => left + right;

    /// <summary>a - b, element by element.</summary>
    public static Tensor Subtract(Tensor left, Tensor right) => left - right;

    /// <summary>a · b, element by element.</summary>
    public static Tensor Multiply(Tensor left, Tensor right) => left * right;

    /// <summary>a / b, element by element.</summary>
    public static Tensor Divide(Tensor left, Tensor right) => left / right;

    /// <summary>-a, element by element.</summary>
    public static Tensor Negate(Tensor tensor) => -tensor;

    /// <summary>A function of every element, such as <c>x.Apply(MathF.Cos)</c>. No gradient goes back through it.</summary>
    /// <param name="function">What becomes of one element.</param>
    /// <returns>A new tensor of the same shape.</returns>
    public Tensor Apply(Func<float, float> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Tensor result = new(Shape);
        for (int i = 0; i < values.Length; i++)
            result.values[i] = function(values[i]);
        return result;
    }

    /// <summary>
    /// Whether two tensors of one shape agree: |a - b| is at most tolerance · max(1, |b|) for every pair of elements.
    /// Numbers that are not a number agree with nothing.
    /// </summary>
    /// <param name="other">The tensor to compare with, b.</param>
    /// <param name="tolerance">How far apart two elements may be, relative to b where b is large.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public bool AllClose(Tensor other, float tolerance = 1e-5f)
    {
        RequireSameShape(other);
        for (int i = 0; i < values.Length; i++)
        {
            float a = values[i], b = other.values[i];
            if (a != b && !(MathF.Abs(a - b) <= tolerance * MathF.Max(1, MathF.Abs(b))))
                return false;
        }
        return true;
    }

    /// <summary>The largest |a - b| over all pairs of elements.</summary>
    /// <param name="other">The tensor to compare with, of the same shape.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public float MaxDifference(Tensor other)
    {
        RequireSameShape(other);
        float largest = 0;
        for (int i = 0; i < values.Length; i++)
            largest = MathF.Max(largest, MathF.Abs(values[i] - other.values[i]));
        return largest;
    }

    private void RequireSameShape(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Shape != Shape)
            throw new ShapeException($"Tensors are compared element with element, so both need one shape, but they have {Shape} and {other.Shape}.");
    }
}
