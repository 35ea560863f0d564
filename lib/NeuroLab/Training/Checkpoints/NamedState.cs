using System.Globalization;
using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>What a checkpoint keeps under a name: a tensor, or a counter, which PyTorch has as a tensor of one whole number.</summary>
internal sealed class NamedState
{
    private readonly Tensor? tensor;
    private readonly Counter? counter;

    internal NamedState(string name, Tensor tensor) => (Name, this.tensor) = (name, tensor);

    internal NamedState(string name, Counter counter) => (Name, this.counter) = (name, counter);

    /// <summary>The name, such as <c>0.weight</c>.</summary>
    internal string Name { get; }

    /// <summary>The size of each axis; none for a counter.</summary>
    internal long[] Sizes => tensor is null ? [] : [.. tensor.Shape];

    /// <summary>What belongs to a model, under PyTorch's names.</summary>
    internal static List<NamedState> OfModel(Layer model) =>
    [
        .. model.Parameters.Select(parameter => new NamedState(parameter.Path, parameter.Value)),
        .. OfBuffers(model, persistent: true),
    ];

    /// <summary>What a model keeps besides its parameters.</summary>
    internal static IEnumerable<NamedState> OfBuffers(Layer model, bool persistent, string prefix = "") =>
        model.Buffers.Where(buffer => buffer.IsPersistent == persistent).Select(buffer => new NamedState(prefix + buffer.Path, buffer.Value))
            .Concat(model.Counters.Where(counter => counter.IsPersistent == persistent).Select(counter => new NamedState(prefix + counter.Path, counter.Value)));

    internal SafetensorsEntry ToEntry() => tensor is null
        ? SafetensorsEntry.OfLongs(Name, [], [counter!.Value])
        : SafetensorsEntry.OfSingles(Name, Sizes, tensor.Values);

    /// <summary>Makes ready to take an entry's numbers, which have the right number and a type that is read.</summary>
    /// <returns>What takes them, or null where they are no count.</returns>
    internal Action? Taking(SafetensorsEntry entry)
    {
        if (counter is not null)
            return entry.WholeNumber() is { } count and >= 0 ? () => counter.Value = count : null;
        double[] numbers = entry.Numbers();
        return () =>
        {
            for (int i = 0; i < numbers.Length; i++)
                tensor!.Values[i] = (float)numbers[i];
        };
    }

    public override string ToString() => tensor is null
        ? $"{Name}, a whole number"
        : string.Create(CultureInfo.InvariantCulture, $"{Name} {tensor.Shape}");
}
