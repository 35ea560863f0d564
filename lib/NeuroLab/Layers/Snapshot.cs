namespace NeuroLab.Layers;

/// <summary>Keeps what looking at a model may disturb, to put it back.</summary>
internal sealed class Snapshot
{
    private readonly KeptValues values;
    private readonly KeptValues buffers;

    internal Snapshot(Layer model)
    {
        values = new KeptValues(model.Parameters.SelectMany(parameter => new[] { parameter.Value, parameter.Gradient }), []);
        buffers = new KeptValues(model.Buffers.Select(buffer => buffer.Value), model.Counters.Select(counter => counter.Value));
    }

    internal void Restore()
    {
        values.Restore();
        RestoreBuffers();
    }

    /// <summary>Puts back what a forward pass in training mode changes, such as running means and the count of dropout's masks.</summary>
    internal void RestoreBuffers() => buffers.Restore();
}
