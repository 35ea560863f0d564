using System.Collections;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Layers one after the other: what one gives, the next takes.
/// </summary>
/// <example>
/// <code>
/// var random = new MersenneTwister(seed: 1);
/// var model = new Sequential
/// {
///     new Linear(64, 32, random),
///     new ReLU(),
///     new Linear(32, 10, random),
/// };
/// </code>
/// </example>
public sealed class Sequential : Layer, IReadOnlyList<Layer>
{
    /// <summary>A model of the given layers; more can be added.</summary>
    /// <param name="layers">The layers, first to last.</param>
    public Sequential(params ReadOnlySpan<Layer> layers)
    {
        // Not IEnumerable<Layer>: a Sequential is one itself, and Sequential(Sequential(...)) would take its layers instead of it.
        foreach (Layer layer in layers)
            Add(layer);
    }

    /// <summary>The number of layers.</summary>
    public int Count => Children.Count;

    /// <summary>One of the layers.</summary>
    /// <param name="index">Its place, 0 for the first.</param>
    public Layer this[int index] => Children[index];

    /// <summary>Adds a layer at the end.</summary>
    /// <param name="layer">The layer. It must not be part of another model.</param>
    public void Add(Layer layer) => AddLayer(layer);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        foreach (Layer layer in Children)
            input = layer.OutputShape(input);
        return input;
    }

    /// <summary>First layer to last.</summary>
    protected override Tensor ForwardCore(Tensor x)
    {
        for (int i = 0; i < Children.Count; i++)
            x = Children[i].Forward(x);
        return x;
    }

    /// <inheritdoc/>
    public IEnumerator<Layer> GetEnumerator() => Children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The layers, such as <c>Sequential(Linear(2, 1), Sigmoid())</c>.</summary>
    public override string ToString() => $"Sequential({string.Join(", ", Children)})";
}
