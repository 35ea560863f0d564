using System.Collections;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Layers with a way around them, y = x + f(x): they learn only what to change, and gradients pass them undiminished.
/// </summary>
/// <remarks>Any shape that f keeps. K. He et al., "Deep residual learning for image recognition", 2015.</remarks>
/// <example>
/// <code>
/// new Residual { new Linear(16, 16, random), new ReLU() }
/// </code>
/// </example>
public sealed class Residual : Layer, IReadOnlyList<Layer>
{
    /// <summary>A way around the given layers; more can be added.</summary>
    /// <param name="layers">The layers of f, first to last.</param>
    public Residual(params ReadOnlySpan<Layer> layers)
    {
        foreach (Layer layer in layers)
            Add(layer);
    }

    /// <summary>The number of layers of f.</summary>
    public int Count => Children.Count;

    /// <summary>One of the layers of f.</summary>
    /// <param name="index">Its place, 0 for the first.</param>
    public Layer this[int index] => Children[index];

    /// <summary>Adds a layer at the end of f.</summary>
    /// <param name="layer">The layer. It must not be part of another model.</param>
    public void Add(Layer layer) => AddLayer(layer);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        Shape output = input;
        foreach (Layer layer in Children)
            output = layer.OutputShape(output);
        RequireSameShape(input, output);
        return input;
    }

    /// <summary>y = x + f(x).</summary>
    protected override Tensor ForwardCore(Tensor x)
    {
        Tensor f = x;
        for (int i = 0; i < Children.Count; i++)
            f = Children[i].Forward(f);
        RequireSameShape(x.Shape, f.Shape);
        return x + f;
    }

    /// <inheritdoc/>
    public IEnumerator<Layer> GetEnumerator() => Children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The layers of f, such as <c>Residual(Linear(16, 16), ReLU())</c>.</summary>
    public override string ToString() => $"Residual({string.Join(", ", Children)})";

    private void RequireSameShape(Shape input, Shape output)
    {
        if (input != output)
            throw new ShapeException($"{Describe()} adds what its layers give to what it was given, so they must keep the shape, but they turned {input} into {output}. Choose sizes, padding and stride so that both are the same.");
    }
}
