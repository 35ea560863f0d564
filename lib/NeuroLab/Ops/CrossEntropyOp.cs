using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>Cross-entropy of labels under the softmax of logits. Shapes: z (batch, classes), labels (batch), L ().</summary>
internal sealed class CrossEntropyOp : LossOp
{
    private float smoothing;
    private int[] labels = [];

    internal static Tensor Of(Tensor logits, ReadOnlySpan<int> labels, float smoothing)
    {
        CrossEntropyOp operation = Take<CrossEntropyOp>(logits);
        operation.smoothing = smoothing;
        if (operation.labels.Length != labels.Length)
            operation.labels = new int[labels.Length];
        labels.CopyTo(operation.labels);
        return operation.Run();
    }

    /// <summary>
    /// With the target q = (1 - ε) onehot(label) + ε / classes: L = mean of -Σ q log softmax(z), dz = (softmax(z) - q) / batch.
    /// </summary>
    protected override float Compute(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        if (WebKernels.AreThere)
            return (float)(WebKernels.CrossEntropy(prediction, labels, smoothing, gradient) / labels.Length);
        int batch = labels.Length, classes = prediction.Length / batch;
        float spread = smoothing / classes;
        double loss = 0;
        for (int sample = 0; sample < batch; sample++)
        {
            int label = labels[sample];
            ReadOnlySpan<float> z = prediction.Slice(sample * classes, classes);
            Span<float> dz = gradient.Slice(sample * classes, classes);

            float max = TensorPrimitives.Max(z);
            TensorPrimitives.Subtract(z, max, dz);
            // Without smoothing the other classes have no part in the loss, not even one of 0 times minus infinity.
            double expected = (1 - smoothing) * dz[label] + (spread > 0 ? spread * TensorPrimitives.Sum<float>(dz) : 0);
            Functions.Exp(dz, dz);
            float sum = TensorPrimitives.Sum<float>(dz);
            loss -= expected - MathF.Log(sum);

            TensorPrimitives.Multiply(dz, 1 / (sum * batch), dz);
            TensorPrimitives.Subtract(dz, spread / batch, dz);
            dz[label] -= (1 - smoothing) / batch;
        }
        return (float)(loss / batch);
    }
}
