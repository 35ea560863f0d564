using NeuroLab.Ops;

namespace NeuroLab.Tensors;

/// <content>
/// Reductions: many numbers to one, over all elements or along one axis. Sums are taken in element order and double precision,
/// so that the same tensor gives the same bits everywhere. A negative axis counts from the end: -1 is the last.
/// </content>
public sealed partial class Tensor
{
    /// <summary>The sum of all elements; 0 where there are none.</summary>
    public float Sum() => Statistics.Sum(Values);

    /// <summary>The sum of all elements as a tensor of one number, through which gradients go back.</summary>
    public Tensor SumAll() => SumOp.Of(this, axis: null, keepAxis: false);

    /// <summary>The sums along an axis.</summary>
    /// <param name="axis">The axis that is summed over.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1, so that the result broadcasts against this tensor.</param>
    public Tensor Sum(int axis, bool keepAxis = false) => SumOp.Of(this, AxisAt(axis), keepAxis);

    /// <summary>The mean of all elements.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Mean() => Statistics.Mean(NotEmpty());

    /// <summary>The mean of all elements as a tensor of one number, through which gradients go back.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public Tensor MeanAll()
    {
        NotEmpty();
        return MeanOp.Of(this, axis: null, keepAxis: false);
    }

    /// <summary>The means along an axis.</summary>
    /// <param name="axis">The axis that is averaged over.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor Mean(int axis, bool keepAxis = false) => MeanOp.Of(this, NotEmpty(axis), keepAxis);

    /// <summary>The largest element; not a number if one of them is not.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Max() => TensorPrimitives.Max(NotEmpty());

    /// <summary>The largest elements along an axis.</summary>
    /// <param name="axis">The axis that is searched.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor Max(int axis, bool keepAxis = false) => MaxOp.Of(this, NotEmpty(axis), keepAxis);

    /// <summary>The smallest element; not a number if one of them is not.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Min() => TensorPrimitives.Min(NotEmpty());

    /// <summary>The smallest elements along an axis.</summary>
    /// <param name="axis">The axis that is searched.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor Min(int axis, bool keepAxis = false) => MinOp.Of(this, NotEmpty(axis), keepAxis);

    /// <summary>The place of the largest element in row-major order, the first of equals.</summary>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public int ArgMax() => TensorPrimitives.IndexOfMax(NotEmpty());

    /// <summary>The places of the largest elements along an axis, the first of equals: for logits (batch, classes), <c>ArgMax(1)</c> names the classes.</summary>
    /// <param name="axis">The axis that is searched.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    public Tensor ArgMax(int axis, bool keepAxis = false) => ArgMaxOp.Of(this, NotEmpty(axis), keepAxis);

    /// <summary>The variance of all elements, Σ (x - mean)² / (n - 1), as PyTorch computes it.</summary>
    /// <param name="unbiased">Whether to divide by n - 1 (the estimate from a sample) or by n.</param>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float Variance(bool unbiased = true) => Statistics.Variance(NotEmpty(), unbiased);

    /// <summary>The variances along an axis.</summary>
    /// <param name="axis">The axis along which numbers spread.</param>
    /// <param name="keepAxis">Whether the axis stays, with size 1.</param>
    /// <param name="unbiased">Whether to divide by n - 1 (the estimate from a sample) or by n.</param>
    public Tensor Variance(int axis, bool keepAxis = false, bool unbiased = true) => VarianceOp.Of(this, NotEmpty(axis), keepAxis, unbiased);

    /// <summary>The standard deviation of all elements: the square root of <see cref="Variance(bool)"/>.</summary>
    /// <param name="unbiased">Whether to divide by n - 1 (the estimate from a sample) or by n.</param>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    public float StandardDeviation(bool unbiased = true) => MathF.Sqrt(Variance(unbiased));

    /// <summary>The length of the tensor as a vector, √ Σ x².</summary>
    public float Norm() => (float)Math.Sqrt(Statistics.SumOfSquares(Values));

    /// <summary>An axis counted from either end, as one counted from the start.</summary>
    private int AxisAt(int axis) => axis >= -Rank && axis < Rank
        ? axis < 0 ? axis + Rank : axis
        : throw new ArgumentOutOfRangeException(nameof(axis), $"A tensor of shape {Shape} has no axis {axis}: its axes are numbered 0 to {Rank - 1}, or -{Rank} to -1 from the end.");

    private int NotEmpty(int axis) => Shape[AxisAt(axis)] > 0
        ? AxisAt(axis)
        : throw new InvalidOperationException($"Axis {axis} of a tensor of shape {Shape} is empty, so there is nothing to reduce along it.");

    private ReadOnlySpan<float> NotEmpty() => Length > 0
        ? Values
        : throw new InvalidOperationException($"A tensor of shape {Shape} has no elements, so there is nothing to reduce.");
}
