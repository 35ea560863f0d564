using NeuroLab.Tensors;

namespace NeuroLab.Ops.Convolutions;

/// <summary>
/// Convolution by way of a matrix product: with the windows laid out as the columns of a matrix X (in channels · kh · kw, batch ·
/// out height · out width) it is Y = W X + b. It does every stride, padding and dilation.
/// </summary>
internal sealed class ColumnConvolution(Window window) : Convolution
{
    private readonly Workspace columns = new(), products = new();

    /// <summary>Y = W X + b.</summary>
    internal override void Forward(Tensor x, Tensor weight, Tensor? bias, Tensor y)
    {
        int batch = x.Shape[0], places = y.Shape[2] * y.Shape[3], outChannels = y.Shape[1], steps = weight.Length / outChannels;
        Tensor seen = Columns(x, steps, y.Shape), product = products.Take(outChannels, batch * places);
        MatrixProduct.Multiply(weight.Values, steps, false, seen.Values, batch * places, false, product.Values, false);
        for (int n = 0; n < batch * outChannels; n++)
        {
            (int picture, int channel) = Math.DivRem(n, outChannels);
            ReadOnlySpan<float> source = product.Values.Slice((channel * batch + picture) * places, places);
            TensorPrimitives.Add(source, bias?.Values[channel] ?? 0, y.Values.Slice(n * places, places));
        }
    }

    /// <summary>dW = dY Xᵀ, db = the sums of dY over all places, dX = Wᵀ dY, and each number of dX goes back to where X had it from.</summary>
    internal override void Backward(Tensor x, Tensor weight, Tensor dy, Tensor? weightGradient, Tensor? biasGradient, Tensor? dx)
    {
        int batch = x.Shape[0], places = dy.Shape[2] * dy.Shape[3], outChannels = dy.Shape[1], steps = weight.Length / outChannels;
        Tensor product = products.Take(outChannels, batch * places);
        biasGradient?.Values.Clear();
        for (int n = 0; n < batch * outChannels; n++)
        {
            (int picture, int channel) = Math.DivRem(n, outChannels);
            ReadOnlySpan<float> source = dy.Values.Slice(n * places, places);
            source.CopyTo(product.Values.Slice((channel * batch + picture) * places, places));
            if (biasGradient is not null)
                biasGradient.Values[channel] += TensorPrimitives.Sum(source);
        }
        if (weightGradient is not null)
            MatrixProduct.Multiply(product.Values, batch * places, false, Columns(x, steps, dy.Shape).Values, batch * places, true, weightGradient.Values, false);
        if (dx is null)
            return;
        // X itself is not needed any more, so dX takes its place.
        Tensor columnGradient = columns.Take(steps, batch * places);
        MatrixProduct.Multiply(weight.Values, steps, true, product.Values, batch * places, false, columnGradient.Values, false);
        ImageColumns.Scatter(columnGradient, window, dy.Shape, dx);
    }

    /// <summary>X. It is laid out anew for the way back: that takes little beside the products, and a pass then remembers nothing but x.</summary>
    private Tensor Columns(Tensor x, int steps, Shape output)
    {
        Tensor seen = columns.Take(steps, output.ElementCount / Math.Max(1, output[1]));
        ImageColumns.Gather(x, window, output, seen);
        return seen;
    }
}
