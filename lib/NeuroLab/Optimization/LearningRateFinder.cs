using System.Globalization;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Losses;
using NeuroLab.Tensors;

namespace NeuroLab.Optimization;

/// <summary>
/// Looks for a good learning rate: trains a few steps while the rate grows from tiny to far too large, and watches the loss.
/// </summary>
/// <remarks>L. Smith, "Cyclical learning rates for training neural networks", 2015. Afterwards model and optimizer are as they were.</remarks>
public static class LearningRateFinder
{
    private const float Smoothing = 0.9f;
    private const float Runaway = 4;

    /// <summary>Tries growing rates, one a step, until the loss runs away.</summary>
    /// <param name="model">The model. Its parameters and buffers are put back afterwards.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="optimizer">The optimizer of the model's parameters. Its rate and state are put back afterwards.</param>
    /// <param name="batches">What is trained on, one batch a step; it is gone through again where there are fewer batches than steps.</param>
    /// <param name="lowest">The first rate, above 0.</param>
    /// <param name="highest">The last rate, above <paramref name="lowest"/>.</param>
    /// <param name="steps">How many rates are tried at most; at least 2.</param>
    public static LearningRateCurve Find(Layer model, Loss loss, Optimizer optimizer, IEnumerable<Batch> batches, float lowest = 1e-5f, float highest = 10, int steps = 100)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(batches);
        if (!(lowest > 0 && lowest < highest) || float.IsInfinity(highest))
            throw new ArgumentOutOfRangeException(nameof(lowest), string.Create(CultureInfo.InvariantCulture, $"The rates to try run from a small one above 0 to a larger one, such as 1e-5 to 10, but {lowest} to {highest} was given."));
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);

        Snapshot snapshot = new(model);
        KeptValues state = new(optimizer.State.Values, optimizer.Counters.Values);
        LayerModes modes = new(model);
        modes.Save();
        model.Train();
        try
        {
            return Try(model, loss, optimizer, Endless(batches), lowest, highest, steps);
        }
        finally
        {
            modes.Restore();
            state.Restore();
            snapshot.Restore();
        }
    }

    private static LearningRateCurve Try(Layer model, Loss loss, Optimizer optimizer, IEnumerable<Batch> batches, float lowest, float highest, int steps)
    {
        List<float> rates = [], losses = [];
        double average = 0, best = double.PositiveInfinity;
        foreach (Batch batch in batches.Take(steps))
        {
            optimizer.LearningRate = (float)(lowest * Math.Pow(highest / lowest, rates.Count / (steps - 1.0)));
            Tensor now = loss.Forward(model.Forward(batch.Inputs), batch);
            average = Smoothing * average + (1 - Smoothing) * now.ToScalar();
            // The average starts at 0; this makes up for it, as Adam does.
            double smoothed = average / (1 - Math.Pow(Smoothing, rates.Count + 1));
            if (!double.IsFinite(smoothed) || smoothed > Runaway * best)
                break;
            best = Math.Min(best, smoothed);
            rates.Add(optimizer.LearningRate);
            losses.Add((float)smoothed);
            model.ZeroGrad();
            now.Backward();
            optimizer.Step();
        }
        return new LearningRateCurve(rates, losses);
    }

    private static IEnumerable<Batch> Endless(IEnumerable<Batch> batches)
    {
        while (true)
        {
            bool any = false;
            foreach (Batch batch in batches)
            {
                any = true;
                yield return batch;
            }
            if (!any)
                throw new ArgumentException("There are no batches to try rates on: give at least one.", nameof(batches));
        }
    }
}
