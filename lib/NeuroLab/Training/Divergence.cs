using System.Globalization;
using NeuroLab.Data;
using NeuroLab.Layers;
using NeuroLab.Ops;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>Finds out where a loss that is no longer a finite number comes from.</summary>
internal static class Divergence
{
    internal static TrainingException Explain(Trainer trainer, Batch batch, TrainingStep step)
    {
        string what = float.IsNaN(step.Loss) ? "not a number (NaN)" : "infinite";
        string cause = InBatch(batch) ?? InParameters(trainer, step) ?? InOutputs(trainer, batch, step);
        return new TrainingException($"At step {step.Number} (epoch {step.Epoch}) the loss is {what}. {cause}");
    }

    private static string? InBatch(Batch batch)
    {
        if (FirstBad(batch.Inputs) is { } input)
            return $"The data is the cause: an input of the batch holds {input}. Replace or leave out such samples.";
        if (batch.HasTargets && FirstBad(batch.Targets) is { } target)
            return $"The data is the cause: a target of the batch is {target}. Replace or leave out such samples.";
        return null;
    }

    private static string? InParameters(Trainer trainer, TrainingStep step)
    {
        foreach (Parameter parameter in trainer.Model.Parameters)
        {
            if (FirstBad(parameter.Value) is not { } value)
                continue;
            string when = step.Number == 1 ? "before the first step: look at how it was initialized" : $"after step {step.Number - 1}: the steps are too large. {SmallerRate(trainer)}";
            return $"The parameter {parameter} of {parameter.Owner!.Describe()} holds {value} {when}.";
        }
        return null;
    }

    private static string InOutputs(Trainer trainer, Batch batch, TrainingStep step)
    {
        string remedy = step.Number == 1
            ? "Scale the inputs to about -1..1, and look at how the weights were initialized."
            : $"The numbers have grown too large. {SmallerRate(trainer)}";
        using NoGrad _ = new();
        Tensor x = batch.Inputs;
        foreach (Layer layer in trainer.Model is Sequential chain ? chain : Enumerable.Repeat(trainer.Model, 1))
        {
            // The model itself is already running forward or has just done so; its layers answer one by one.
            x = layer.Forward(x);
            if (FirstBad(x) is { } value)
                return $"The first layer that gives {value} is {layer.Describe()}. {remedy}";
        }
        return $"All layers give finite numbers, so the loss itself, {trainer.Loss}, is too large for single precision. {remedy}";
    }

    private static string SmallerRate(Trainer trainer)
    {
        float rate = trainer.Optimizer.LearningRate;
        return string.Create(CultureInfo.InvariantCulture, $"Start again with a smaller learning rate, such as {rate / 10:G2} instead of {rate:G3}, or with inputs scaled to about -1..1.");
    }

    private static string? FirstBad(Tensor tensor)
    {
        foreach (float value in tensor.Values)
        {
            if (!float.IsFinite(value))
                return float.IsNaN(value) ? "NaN" : "an infinite number";
        }
        return null;
    }
}
