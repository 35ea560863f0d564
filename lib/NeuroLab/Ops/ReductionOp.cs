using System.Buffers;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Many numbers to one, along an axis or over all. Shapes: x (..., n, ...), y (..., 1, ...) or without that axis; over all axes, ().
/// </summary>
internal abstract class ReductionOp : Operation
{
    private int? axis;
    private bool keepAxis;

    /// <summary>y = f(x₁ ... xₙ), line by line.</summary>
    protected abstract float Reduce(ReadOnlySpan<float> x);

    /// <summary>dxᵢ from the dy of the line.</summary>
    protected abstract void Spread(ReadOnlySpan<float> x, float y, float dy, Span<float> dx);

    /// <summary>Sets what is reduced, and runs.</summary>
    /// <param name="axis">The axis that is reduced; null for all.</param>
    /// <param name="keepAxis">Whether it stays, with size 1.</param>
    internal Tensor Along(int? axis, bool keepAxis)
    {
        if (this.axis != axis || this.keepAxis != keepAxis)
            ForgetOutput();
        (this.axis, this.keepAxis) = (axis, keepAxis);
        return Run();
    }

    /// <inheritdoc/>
    protected sealed override Shape OutputShape()
    {
        Shape shape = Input(0).Shape;
        return axis is not { } reduced ? new Shape(ReadOnlySpan<int>.Empty) : keepAxis ? shape.With(reduced, 1) : shape.Without(reduced);
    }

    /// <inheritdoc/>
    protected sealed override void Forward(Tensor y)
    {
        ReadOnlySpan<float> x = Input(0).Values;
        Span<float> results = y.Values;
        (int size, int inner) = Sizes(Input(0));
        float[] line = ArrayPool<float>.Shared.Rent(size);
        for (int i = 0; i < results.Length; i++)
            results[i] = Reduce(Line(x, i, size, inner, line));
        ArrayPool<float>.Shared.Return(line);
    }

    /// <inheritdoc/>
    protected sealed override void Backward(Tensor y, Tensor dy)
    {
        ReadOnlySpan<float> x = Input(0).Values;
        Span<float> dx = GradientOf(0)!.Values;
        (int size, int inner) = Sizes(Input(0));
        float[] line = ArrayPool<float>.Shared.Rent(2 * size);
        for (int i = 0; i < y.Length; i++)
        {
            Span<float> result = line.AsSpan(size, size);
            Spread(Line(x, i, size, inner, line), y.Values[i], dy.Values[i], result);
            int start = i / inner * inner * size + i % inner;
            for (int k = 0; k < size; k++)
                dx[start + k * inner] = result[k];
        }
        ArrayPool<float>.Shared.Return(line);
    }

    private (int Size, int Inner) Sizes(Tensor x)
    {
        if (axis is not { } reduced)
            return (x.Length, 1);
        int inner = 1;
        for (int later = reduced + 1; later < x.Rank; later++)
            inner *= x.Shape[later];
        return (x.Shape[reduced], inner);
    }

    /// <summary>The numbers that become number i of the result; where they don't lie together they are copied into the buffer.</summary>
    private static ReadOnlySpan<float> Line(ReadOnlySpan<float> x, int i, int size, int inner, float[] buffer)
    {
        if (inner == 1)
            return x.Slice(i * size, size);
        int start = i / inner * inner * size + i % inner;
        for (int k = 0; k < size; k++)
            buffer[k] = x[start + k * inner];
        return buffer.AsSpan(0, size);
    }
}
