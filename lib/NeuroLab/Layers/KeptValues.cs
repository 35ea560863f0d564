using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>Copies of what is going to change for a while, to put it back to what it was.</summary>
/// <example>
/// <code>
/// KeptValues before = new(model.Parameters);
/// TryOut(model);
/// before.Restore();
/// </code>
/// </example>
public sealed class KeptValues
{
    private readonly (Tensor Original, Tensor Copy)[] tensors;
    private readonly (Counter Original, long Copy)[] counters;

    /// <summary>Keeps the values of parameters.</summary>
    /// <param name="parameters">The parameters, most often a model's.</param>
    public KeptValues(IEnumerable<Parameter> parameters)
        : this((parameters ?? throw new ArgumentNullException(nameof(parameters))).Select(parameter => parameter.Value), [])
    {
    }

    internal KeptValues(IEnumerable<Tensor> tensors, IEnumerable<Counter> counters)
    {
        this.tensors = [.. tensors.Select(tensor => (tensor, tensor.Clone()))];
        this.counters = [.. counters.Select(counter => (counter, counter.Value))];
    }

    /// <summary>Puts everything back.</summary>
    public void Restore()
    {
        foreach ((Tensor original, Tensor copy) in tensors)
            original.CopyFrom(copy);
        foreach ((Counter original, long copy) in counters)
            original.Value = copy;
    }
}
