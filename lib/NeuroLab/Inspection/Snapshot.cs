using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Inspection;

/// <summary>Keeps what looking at a model may disturb, to put it back.</summary>
internal sealed class Snapshot
{
    private readonly (Tensor Original, Tensor Copy)[] values;
    private readonly (Tensor Original, Tensor Copy)[] buffers;

    internal Snapshot(Layer model)
    {
        values = [.. model.Parameters.SelectMany(parameter => new[] { parameter.Value, parameter.Gradient }).Select(Keep)];
        buffers = [.. model.Buffers.Select(buffer => Keep(buffer.Value))];
    }

    internal void Restore()
    {
        foreach ((Tensor original, Tensor copy) in values)
            original.CopyFrom(copy);
        RestoreBuffers();
    }

    /// <summary>Puts back what a forward pass in training mode changes, such as running means and the count of dropout's masks.</summary>
    internal void RestoreBuffers()
    {
        foreach ((Tensor original, Tensor copy) in buffers)
            original.CopyFrom(copy);
    }

    private static (Tensor Original, Tensor Copy) Keep(Tensor tensor) => (tensor, tensor.Clone());
}
