using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Some samples of a data set, taken together for one training step.</summary>
public sealed class Batch : Samples
{
    /// <summary>A batch for a model that tells classes apart.</summary>
    /// <param name="inputs">What goes into the model, shape (batch, ...).</param>
    /// <param name="labels">The number of each sample's class.</param>
    /// <exception cref="ShapeException">There are more labels than samples, or fewer.</exception>
    public Batch(Tensor inputs, int[] labels)
        : base(inputs, labels, null)
    {
    }

    /// <summary>A batch for a model that gives values.</summary>
    /// <param name="inputs">What goes into the model, shape (batch, ...).</param>
    /// <param name="targets">What should come out, shape (batch, ...).</param>
    /// <exception cref="ShapeException">There are more targets than samples, or fewer.</exception>
    public Batch(Tensor inputs, Tensor targets)
        : base(inputs, null, targets)
    {
    }

    /// <summary>Room for a batch of some samples, whose inputs may have another shape than theirs.</summary>
    internal Batch(Samples samples, int count, Shape inputs)
        : base(samples.RoomFor(count, inputs, "batch"))
    {
    }

    /// <summary>What it holds, such as <c>Batch: inputs (batch 64, in 784), 64 labels</c>.</summary>
    public override string ToString() => $"Batch: {base.ToString()}";
}
