using MathNet.Numerics.Random;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Layers.Convolutions;

/// <summary>Convolution against its definition, in shapes that take every way through the kernels.</summary>
public sealed class FramedConvolutionTests
{
    [Theory]
    [InlineData(3, 1, 16, 28, 28, 3, 1, 1)] // one channel, many places: dot products
    [InlineData(2, 1, 5, 19, 17, 3, 1, 1)] // the same with rows and columns left over
    [InlineData(2, 1, 8, 8, 8, 3, 1, 1)] // one channel, few places
    [InlineData(2, 16, 32, 14, 14, 3, 1, 1)] // rows of windows in threes, tiles of 8 rows
    [InlineData(2, 3, 7, 9, 9, 3, 0, 1)]
    [InlineData(2, 5, 13, 9, 7, 3, 2, 1)] // the frame is as wide as the kernel
    [InlineData(2, 3, 16, 12, 12, 5, 2, 1)] // packed windows
    [InlineData(2, 2, 20, 11, 11, 3, 2, 2)] // dilated: neighbours lie two apart
    [InlineData(9, 2, 3, 3, 3, 2, 0, 1)] // rows shorter than a vector
    public void Outputs_and_gradients_are_those_of_the_definition(int batch, int channels, int outChannels, int height, int width, int kernel, int padding, int dilation)
    {
        MersenneTwister random = new(batch + channels + outChannels);
        Conv2d layer = new(channels, outChannels, kernel, random, padding: padding, dilation: dilation);
        Tensor x = Numbers(random, new Shape(batch, channels, height, width));
        Tensor dy = Numbers(random, layer.OutputShape(x.Shape));
        (Tensor y, Tensor dx) = layer.Pass(x, dy);

        double[] expectedY = new double[y.Length], expectedDx = new double[x.Length];
        double[] expectedDw = new double[layer.Weight.Value.Length], expectedDb = new double[outChannels];
        int outHeight = y.Shape[2], outWidth = y.Shape[3];
        for (int place = 0; place < y.Length; place++)
        {
            int column = place % outWidth, row = place / outWidth % outHeight, output = place / (outWidth * outHeight) % outChannels;
            int sample = place / (outWidth * outHeight * outChannels);
            expectedY[place] = layer.Bias!.Value.Values[output];
            expectedDb[output] += dy.Values[place];
            for (int step = 0; step < channels * kernel * kernel; step++)
            {
                int inRow = row + step / kernel % kernel * dilation - padding, inColumn = column + step % kernel * dilation - padding;
                if (inRow < 0 || inRow >= height || inColumn < 0 || inColumn >= width)
                    continue;
                int from = ((sample * channels + step / (kernel * kernel)) * height + inRow) * width + inColumn;
                int weight = output * channels * kernel * kernel + step;
                expectedY[place] += (double)layer.Weight.Value.Values[weight] * x.Values[from];
                expectedDw[weight] += (double)dy.Values[place] * x.Values[from];
                expectedDx[from] += (double)dy.Values[place] * layer.Weight.Value.Values[weight];
            }
        }
        Near(expectedY, y);
        Near(expectedDx, dx);
        Near(expectedDw, layer.Weight.Gradient);
        Near(expectedDb, layer.Bias!.Gradient);
    }

    [Theory]
    [InlineData(16, 13, 3, 0)] // as long a row and as many of them, but the picture lies in another corner of the frame
    [InlineData(14, 14, 5, 2)]
    [InlineData(9, 21, 3, 1)]
    public void A_picture_leaves_nothing_in_the_frame_for_the_next_of_another_form(int height, int width, int kernel, int padding)
    {
        // One picture at a time: all of them are framed by this thread, in the same memory.
        MersenneTwister random = new(5);
        Conv2d layer = new(2, 4, 3, random, padding: 1), other = new(2, 4, kernel, random, padding: padding);
        Tensor x = Numbers(random, new Shape(1, 2, 14, 14)), dy = Numbers(random, new Shape(1, 4, 14, 14));
        float[] before = Run();
        other.Pass(Numbers(random, new Shape(1, 2, height, width)), y => y.Clone());
        Assert.Equal(before, Run());

        float[] Run()
        {
            layer.ZeroGrad();
            (Tensor y, Tensor dx) = layer.Pass(x, dy);
            return [.. y.Values, .. dx.Values, .. layer.Weight.Gradient.Values];
        }
    }

    private static Tensor Numbers(MersenneTwister random, Shape shape)
    {
        Tensor tensor = new(shape);
        foreach (ref float number in tensor.Values)
            number = (float)random.NextDouble() - 0.5f;
        return tensor;
    }

    private static void Near(double[] expected, Tensor actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual.Values[i]) <= 2e-5 * (1 + Math.Abs(expected[i])), $"{i}: {expected[i]} was expected, {actual.Values[i]} was computed.");
    }
}
