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

    /// <summary>Keeps all that training changes in a model: its parameters, its buffers and its counters.</summary>
    /// <param name="model">The model.</param>
    public KeptValues(Layer model)
        : this(
            (model ?? throw new ArgumentNullException(nameof(model))).Parameters.Select(parameter => parameter.Value).Concat(model.Buffers.Select(buffer => buffer.Value)),
            model.Counters.Select(counter => counter.Value))
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
