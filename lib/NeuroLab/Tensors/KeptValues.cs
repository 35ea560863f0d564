namespace NeuroLab.Tensors;

/// <summary>Copies of tensors and counters, to put them back to what they were.</summary>
internal sealed class KeptValues
{
    private readonly (Tensor Original, Tensor Copy)[] tensors;
    private readonly (Counter Original, long Copy)[] counters;

    internal KeptValues(IEnumerable<Tensor> tensors, IEnumerable<Counter> counters)
    {
        this.tensors = [.. tensors.Select(tensor => (tensor, tensor.Clone()))];
        this.counters = [.. counters.Select(counter => (counter, counter.Value))];
    }

    internal void Restore()
    {
        foreach ((Tensor original, Tensor copy) in tensors)
            original.CopyFrom(copy);
        foreach ((Counter original, long copy) in counters)
            original.Value = copy;
    }
}
