using NeuroLab.Tensors;

namespace NeuroLab.Layers.Convolutions;

/// <summary>
/// Convolution by way of a matrix product: with the windows laid out as the columns of a matrix X (in channels · kh · kw, batch ·
/// out height · out width) it is Y = W X + b. It does every stride, padding and dilation.
/// </summary>
internal sealed class ColumnConvolution(Window window) : Convolution
{
    private readonly Workspace columns = new(), columnGradients = new(), products = new();
    private Tensor? lastColumns;

    /// <summary>Y = W X + b.</summary>
    internal override void Forward(Tensor x, Tensor weight, Tensor? bias, Tensor y)
    {
        int batch = x.Shape[0], places = y.Shape[2] * y.Shape[3], outChannels = y.Shape[1];
        lastColumns = columns.Take(weight.Shape[1], batch * places);
        ImageColumns.Gather(x, window, y.Shape, lastColumns);
        Tensor product = products.Take(outChannels, batch * places);
        MatrixProduct.Multiply(weight, transposeA: false, lastColumns, transposeB: false, product);
        for (int n = 0; n < batch * outChannels; n++)
        {
            (int picture, int channel) = Math.DivRem(n, outChannels);
            ReadOnlySpan<float> source = product.Values.Slice((channel * batch + picture) * places, places);
            TensorPrimitives.Add(source, bias?.Values[channel] ?? 0, y.Values.Slice(n * places, places));
        }
    }

    /// <summary>dW += dY Xᵀ, db += the sums of dY over all places, dX = Wᵀ dY, and each number of dX goes back to where X had it from.</summary>
    internal override void Backward(Tensor x, Tensor weight, Tensor dy, Tensor weightGradient, Tensor? biasGradient, Tensor? dx)
    {
        int batch = x.Shape[0], places = dy.Shape[2] * dy.Shape[3], outChannels = dy.Shape[1];
        Tensor product = products.Take(outChannels, batch * places);
        for (int n = 0; n < batch * outChannels; n++)
        {
            (int picture, int channel) = Math.DivRem(n, outChannels);
            ReadOnlySpan<float> source = dy.Values.Slice(n * places, places);
            source.CopyTo(product.Values.Slice((channel * batch + picture) * places, places));
            if (biasGradient is not null)
                biasGradient.Values[channel] += TensorPrimitives.Sum(source);
        }
        MatrixProduct.Multiply(product, transposeA: false, lastColumns!, transposeB: true, weightGradient, accumulate: true);
        if (dx is null)
            return;
        Tensor columnGradient = columnGradients.Take(weight.Shape[1], batch * places);
        MatrixProduct.Multiply(weight, transposeA: true, product, transposeB: false, columnGradient);
        ImageColumns.Scatter(columnGradient, window, dy.Shape, dx);
    }
}
