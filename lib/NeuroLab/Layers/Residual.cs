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
    private readonly Workspace yBuffers = new(), dxBuffers = new();

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
        Tensor y = Result(yBuffers, x);
        TensorPrimitives.Add(x.Values, f.Values, y.Values);
        return y;
    }

    /// <summary>dx = dy + what f makes of dy.</summary>
    protected override Tensor BackwardCore(Tensor dy)
    {
        Tensor df = dy;
        for (int i = Children.Count - 1; i >= 0; i--)
            df = Children[i].Backward(df);
        Tensor dx = Result(dxBuffers, dy);
        TensorPrimitives.Add(dy.Values, df.Values, dx.Values);
        return dx;
    }

    /// <inheritdoc/>
    public IEnumerator<Layer> GetEnumerator() => Children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The layers of f, such as <c>Residual(Linear(16, 16), ReLU())</c>.</summary>
    public override string ToString() => $"Residual({string.Join(", ", Children)})";

    // Never into what was given: the layers of f keep it for the way back.
    private Tensor Result(Workspace buffers, Tensor given) => ReusesBuffers && buffers.Take(given.Shape) is { } lent && lent.Array != given.Array ? lent : new Tensor(given.Shape);

    private void RequireSameShape(Shape input, Shape output)
    {
        if (input != output)
            throw new ShapeException($"{Describe()} adds what its layers give to what it was given, so they must keep the shape, but they turned {input} into {output}. Choose sizes, padding and stride so that both are the same.");
    }
}
