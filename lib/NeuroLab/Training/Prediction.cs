using NeuroLab.Layers;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>Uses a model without training it: in eval mode, batch by batch, leaving its mode as it was.</summary>
public static class Prediction
{
    /// <summary>What the model gives for the inputs, shape (samples, ...).</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The inputs, shape (samples, ...).</param>
    /// <param name="batchSize">How many samples are worked through at once.</param>
    /// <exception cref="ShapeException">The model can't take such inputs.</exception>
    public static Tensor Predict(this Layer model, Tensor inputs, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        Tensor outputs = new(model.OutputShape(inputs.Shape));
        LayerModes modes = new(model);
        modes.Save();
        model.Eval();
        try
        {
            using NoGrad _ = new();
            for (int start = 0; start < inputs.Shape[0]; start += batchSize)
            {
                Tensor y = model.Forward(inputs.Rows(start..Math.Min(start + batchSize, inputs.Shape[0])));
                y.Values.CopyTo(outputs.Values[(start * (outputs.Length / outputs.Shape[0]))..]);
            }
            return outputs;
        }
        finally
        {
            modes.Restore();
        }
    }

    /// <summary>The class that the model answers for each input.</summary>
    /// <param name="model">A model whose output has shape (batch, classes), or (batch, 1) for two classes.</param>
    /// <param name="inputs">The inputs, shape (samples, ...).</param>
    /// <param name="threshold">Where a single output changes from 0 to 1: 0.5 for probabilities, 0 for logits.</param>
    public static int[] PredictClasses(this Layer model, Tensor inputs, double threshold = 0.5) => Metrics.ArgMax(model.Predict(inputs), threshold);

    /// <summary>A class for each input, drawn by chance as often as the model holds it for likely: how a network writes a text.</summary>
    /// <param name="model">A model that gives logits (batch, classes).</param>
    /// <param name="inputs">The inputs, shape (samples, ...).</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="temperature">By what the logits are divided first: below 1 the likely classes win more often, above 1 the others get their turn.</param>
    /// <exception cref="ArgumentException">The temperature is not above 0, or the model gives no (batch, classes).</exception>
    public static int[] SampleClasses(this Layer model, Tensor inputs, Random random, double temperature = 1)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(temperature > 0))
            throw new ArgumentOutOfRangeException(nameof(temperature), $"The logits are divided by the temperature, so it is above 0, such as 0.5 or 1, but {temperature} was given. For the likeliest class use PredictClasses.");
        Tensor logits = model.Predict(inputs);
        if (logits.Rank != 2)
            throw new ArgumentException($"Classes are drawn from logits (batch, classes), but the model gives {logits.Shape}.", nameof(model));
        Tensor likely = (logits / (float)temperature).Softmax();
        return [.. Enumerable.Range(0, likely.Shape[0]).Select(row => Draw(likely.Row(row).Values, random.NextDouble()))];
    }

    private static int Draw(ReadOnlySpan<float> probabilities, double at)
    {
        int chosen = 0;
        for (double sum = probabilities[0]; sum <= at && chosen < probabilities.Length - 1; sum += probabilities[chosen])
            chosen++;
        return chosen;
    }
}
