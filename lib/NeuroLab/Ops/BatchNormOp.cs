using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// Normalization of every channel over the batch. Shapes: x and y (batch, channels, ...), w, b, mean and variance (channels).
/// </summary>
internal sealed class BatchNormOp : Operation
{
    private readonly Workspace scratch = new();
    private float epsilon;
    private bool usesBatch;

    // A number for each channel.
    private float[] mean = [], inverseDeviation = [], scale = [], meanDy = [], meanDyX = [];
    private double[] means = [], variances = [], sumDy = [], sumDyX = [];

    /// <summary>Batch normalization.</summary>
    /// <param name="x">The batch.</param>
    /// <param name="weight">w.</param>
    /// <param name="bias">b.</param>
    /// <param name="runningMean">The running mean, which is moved towards the batch's, or used.</param>
    /// <param name="runningVariance">The running variance, likewise.</param>
    /// <param name="momentum">How far they are moved; null uses them in place of the batch's.</param>
    /// <param name="epsilon">ε.</param>
    internal static Tensor Of(Tensor x, Tensor weight, Tensor bias, Tensor runningMean, Tensor runningVariance, float? momentum, float epsilon)
    {
        BatchNormOp operation = Take<BatchNormOp>(x, weight, bias);
        operation.epsilon = epsilon;
        operation.FindMoments(runningMean.Values, runningVariance.Values, momentum);
        return operation.Run(x.Shape);
    }

    /// <summary>y = w (x - mean) / √(variance + ε) + b.</summary>
    protected override void Forward(Tensor y)
    {
        Tensor x = Input(0), shift = Input(2);
        TensorPrimitives.Multiply<float>(Input(1).Values, inverseDeviation, scale);
        int run = Channels.RunLength(x);
        if (WebKernels.AreThere && run == 1)
        {
            WebKernels.NormalizeRows(x.Values, mean, scale, shift.Values, y.Values);
            return;
        }
        for (int start = 0; start < x.Length; start += mean.Length * run)
        {
            // The numbers of all channels lie side by side: many short runs are one long one.
            if (run == 1)
            {
                Span<float> result = y.Values.Slice(start, mean.Length);
                TensorPrimitives.Subtract(x.Values.Slice(start, mean.Length), mean, result);
                TensorPrimitives.Multiply(result, scale, result);
                TensorPrimitives.Add(result, shift.Values, result);
                continue;
            }
            for (int channel = 0; channel < mean.Length; channel++)
            {
                Span<float> result = y.Values.Slice(start + channel * run, run);
                TensorPrimitives.Subtract(x.Values.Slice(start + channel * run, run), mean[channel], result);
                TensorPrimitives.Multiply(result, scale[channel], result);
                TensorPrimitives.Add(result, shift.Values[channel], result);
            }
        }
    }

    /// <summary>
    /// With x̂ = (x - mean) / √(variance + ε): dw = Σ dy x̂, db = Σ dy, and with the moments of the batch
    /// dx = w / √(variance + ε) · (dy - mean of dy - x̂ · mean of dy x̂), with running ones only the first of the three terms.
    /// </summary>
    protected override void Backward(Tensor y, Tensor dy)
    {
        Tensor x = Input(0);
        Tensor? dw = GradientOf(1), db = GradientOf(2), dx = GradientOf(0);
        Span<float> normalized = (dx ?? scratch.Take(x.Shape)).Values;
        int run = Channels.RunLength(x), count = x.Length / mean.Length;
        Sum(x.Values, dy.Values, normalized, run);
        for (int channel = 0; channel < mean.Length; channel++)
        {
            dw?.Values[channel] = (float)sumDyX[channel];
            db?.Values[channel] = (float)sumDy[channel];
            meanDy[channel] = usesBatch ? (float)(sumDy[channel] / count) : 0;
            meanDyX[channel] = usesBatch ? -(float)(sumDyX[channel] / count) : 0;
        }
        if (WebKernels.AreThere && run == 1 && dx is not null)
        {
            WebKernels.NormalizeRowsBack(normalized, dy.Values, meanDyX, meanDy, scale);
            return;
        }
        for (int start = 0; dx is not null && start < x.Length; start += mean.Length * run)
        {
            if (run == 1)
            {
                Span<float> result = normalized.Slice(start, mean.Length);
                TensorPrimitives.MultiplyAdd(result, meanDyX, dy.Values.Slice(start, mean.Length), result);
                TensorPrimitives.Subtract(result, meanDy, result);
                TensorPrimitives.Multiply(result, scale, result);
                continue;
            }
            for (int channel = 0; channel < mean.Length; channel++)
            {
                Span<float> result = normalized.Slice(start + channel * run, run);
                TensorPrimitives.MultiplyAdd(result, meanDyX[channel], dy.Values.Slice(start + channel * run, run), result);
                TensorPrimitives.Subtract(result, meanDy[channel], result);
                TensorPrimitives.Multiply(result, scale[channel], result);
            }
        }
    }

    /// <summary>x̂, and the sums of dy and dy x̂ for each channel.</summary>
    private void Sum(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> normalized, int run)
    {
        Array.Clear(sumDy);
        Array.Clear(sumDyX);
        if (WebKernels.AreThere && run == 1)
        {
            WebKernels.SumRows(x, dy, mean, inverseDeviation, normalized, sumDy, sumDyX);
            return;
        }
        for (int start = 0; start < x.Length; start += mean.Length * run)
        {
            if (run == 1)
            {
                Span<float> row = normalized.Slice(start, mean.Length);
                TensorPrimitives.Subtract(x.Slice(start, mean.Length), mean, row);
                TensorPrimitives.Multiply(row, inverseDeviation, row);
                for (int channel = 0; channel < row.Length; channel++)
                {
                    sumDy[channel] += dy[start + channel];
                    sumDyX[channel] += dy[start + channel] * row[channel];
                }
                continue;
            }
            for (int channel = 0; channel < mean.Length; channel++)
            {
                ReadOnlySpan<float> above = dy.Slice(start + channel * run, run);
                Span<float> part = normalized.Slice(start + channel * run, run);
                TensorPrimitives.Subtract(x.Slice(start + channel * run, run), mean[channel], part);
                TensorPrimitives.Multiply(part, inverseDeviation[channel], part);
                sumDy[channel] += TensorPrimitives.Sum(above);
                sumDyX[channel] += TensorPrimitives.Dot(above, part);
            }
        }
    }

    private void FindMoments(Span<float> runningMean, Span<float> runningVariance, float? momentum)
    {
        Tensor x = Input(0);
        int count = x.Length / runningMean.Length;
        usesBatch = momentum is not null;
        if (mean.Length != runningMean.Length)
            MakeRoom(runningMean.Length);
        if (usesBatch)
            Channels.Moments(x, means, variances);
        for (int channel = 0; channel < mean.Length; channel++)
        {
            (double m, double variance) = usesBatch ? (means[channel], variances[channel]) : (runningMean[channel], runningVariance[channel]);
            if (momentum is { } part)
            {
                runningMean[channel] += part * ((float)m - runningMean[channel]);
                runningVariance[channel] += part * ((float)(variance * count / (count - 1)) - runningVariance[channel]);
            }
            mean[channel] = (float)m;
            inverseDeviation[channel] = (float)(1 / Math.Sqrt(variance + epsilon));
        }
    }

    private void MakeRoom(int channels)
    {
        (mean, inverseDeviation, scale) = (new float[channels], new float[channels], new float[channels]);
        (meanDy, meanDyX) = (new float[channels], new float[channels]);
        (means, variances, sumDy, sumDyX) = (new double[channels], new double[channels], new double[channels], new double[channels]);
    }
}
