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
    private float[] mean = [], inverseDeviation = [];

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
        Tensor x = Input(0);
        int run = Channels.RunLength(x);
        for (int channel = 0; channel < mean.Length; channel++)
        {
            float scale = Input(1).Values[channel] * inverseDeviation[channel], shift = Input(2).Values[channel];
            for (int start = channel * run; start < x.Length; start += mean.Length * run)
            {
                Span<float> result = y.Values.Slice(start, run);
                TensorPrimitives.Subtract(x.Values.Slice(start, run), mean[channel], result);
                TensorPrimitives.Multiply(result, scale, result);
                TensorPrimitives.Add(result, shift, result);
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
        for (int channel = 0; channel < mean.Length; channel++)
        {
            double sumDy = 0, sumDyX = 0;
            for (int start = channel * run; start < x.Length; start += mean.Length * run)
            {
                ReadOnlySpan<float> above = dy.Values.Slice(start, run);
                Span<float> part = normalized.Slice(start, run);
                TensorPrimitives.Subtract(x.Values.Slice(start, run), mean[channel], part);
                TensorPrimitives.Multiply(part, inverseDeviation[channel], part);
                sumDy += TensorPrimitives.Sum(above);
                sumDyX += TensorPrimitives.Dot(above, part);
            }
            dw?.Values[channel] = (float)sumDyX;
            db?.Values[channel] = (float)sumDy;
            if (dx is null)
                continue;
            float scale = Input(1).Values[channel] * inverseDeviation[channel];
            float meanDy = usesBatch ? (float)(sumDy / count) : 0, meanDyX = usesBatch ? (float)(sumDyX / count) : 0;
            for (int start = channel * run; start < x.Length; start += mean.Length * run)
            {
                Span<float> result = normalized.Slice(start, run);
                TensorPrimitives.MultiplyAdd(result, -meanDyX, dy.Values.Slice(start, run), result);
                TensorPrimitives.Subtract(result, meanDy, result);
                TensorPrimitives.Multiply(result, scale, result);
            }
        }
    }

    private void FindMoments(Span<float> runningMean, Span<float> runningVariance, float? momentum)
    {
        Tensor x = Input(0);
        int count = x.Length / runningMean.Length;
        usesBatch = momentum is not null;
        if (mean.Length != runningMean.Length)
            (mean, inverseDeviation) = (new float[runningMean.Length], new float[runningMean.Length]);
        for (int channel = 0; channel < mean.Length; channel++)
        {
            (double m, double variance) = usesBatch ? Channels.Moments(x, channel) : (runningMean[channel], runningVariance[channel]);
            if (momentum is { } part)
            {
                runningMean[channel] += part * ((float)m - runningMean[channel]);
                runningVariance[channel] += part * ((float)(variance * count / (count - 1)) - runningVariance[channel]);
            }
            mean[channel] = (float)m;
            inverseDeviation[channel] = (float)(1 / Math.Sqrt(variance + epsilon));
        }
    }
}
