using NeuroLab.Display;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// A function with parameters: y from x.
/// </summary>
/// <remarks>
/// <para>A layer computes with tensors, with operations of <see cref="Ops"/>, and with other layers, which it makes its own with
/// <see cref="AddLayer{T}"/>. How to go back it need not say: every tensor remembers where it came from, and
/// <see cref="Tensor.Backward()"/> goes that way.</para>
/// <para>Layers form a tree, and each knows its place in it. That is how messages can say which layer they mean, and how a
/// layer that was never added, and so would never train, is found out when it runs.</para>
/// </remarks>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public abstract partial class Layer : IShownAsTable
{
    [ThreadStatic]
    private static Layer? running;

    private readonly List<Layer> children = [];
    private readonly List<Parameter> ownParameters = [];
    private readonly List<LayerBuffer<Tensor>> ownBuffers = [];
    private readonly List<LayerBuffer<Counter>> ownCounters = [];
    private readonly KnownShapes outputShapes = new();
    private string nameInParent = "";

    /// <summary>The layers this one is made of, in the order in which they were added.</summary>
    public IReadOnlyList<Layer> Children => children;

    /// <summary>This layer's own parameters, without those of <see cref="Children"/>, in the order in which they were added.</summary>
    public IReadOnlyList<Parameter> OwnParameters => ownParameters;

    /// <summary>Every parameter of this layer and of all layers below it: its own first, then child by child.</summary>
    public IReadOnlyList<Parameter> Parameters => [.. ownParameters, .. children.SelectMany(child => child.Parameters)];

    /// <summary>This layer's own buffers, without those of <see cref="Children"/>.</summary>
    public IReadOnlyList<LayerBuffer<Tensor>> OwnBuffers => ownBuffers;

    /// <summary>Every buffer of this layer and of all layers below it: what they remember from batch to batch without training it.</summary>
    public IReadOnlyList<LayerBuffer<Tensor>> Buffers => [.. ownBuffers, .. children.SelectMany(child => child.Buffers)];

    /// <summary>Every counter of this layer and of all layers below it: what they count from batch to batch.</summary>
    public IReadOnlyList<LayerBuffer<Counter>> Counters => [.. ownCounters, .. children.SelectMany(child => child.Counters)];

    /// <summary>The number of numbers in all parameters together.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Value.Length);

    /// <summary>The layer that this one is a part of, or null for a model or a layer that stands alone.</summary>
    public Layer? Parent { get; private set; }

    /// <summary>The place in the model, as PyTorch writes it: <c>""</c> for the model itself, <c>2</c> for its third layer, <c>2.0</c> below that.</summary>
    public string Path => Parent is { Path.Length: > 0 } parent ? $"{parent.Path}.{nameInParent}" : nameInParent;

    /// <summary>Whether the layer behaves as in training (the start) or as in use. Dropout and batch normalization differ between the two.</summary>
    public bool IsTraining { get; private set; } = true;

    /// <summary>The shape that comes out when <paramref name="input"/> goes in.</summary>
    /// <param name="input">The shape of a batch: its first axis counts the samples.</param>
    /// <exception cref="ShapeException">This layer can't take such an input. The message says what it takes.</exception>
    public abstract Shape OutputShape(Shape input);

    /// <summary>Runs the layer on a batch.</summary>
    /// <param name="x">The batch. It must not be changed before the backward pass is done.</param>
    /// <returns>y, of shape <see cref="OutputShape"/>.</returns>
    /// <exception cref="ShapeException">The batch has a shape this layer can't take.</exception>
    public Tensor Forward(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Layer? caller = Enter();
        try
        {
            return ForwardCore(x);
        }
        finally
        {
            running = caller;
        }
    }

    /// <summary>Sets the gradient of every parameter to zero.</summary>
    public void ZeroGrad()
    {
        foreach (Parameter parameter in ownParameters)
            parameter.ZeroGrad();
        foreach (Layer child in children)
            child.ZeroGrad();
    }

    /// <summary>Switches this layer and all below it to training.</summary>
    public void Train() => Visit(static layer => layer.IsTraining = true);

    /// <summary>Switches this layer and all below it to use (evaluation, inference).</summary>
    public void Eval() => Visit(static layer => layer.IsTraining = false);

    /// <summary>The forward pass, in operations on tensors.</summary>
    /// <param name="x">The batch.</param>
    protected abstract Tensor ForwardCore(Tensor x);

    /// <summary><see cref="OutputShape"/> of a batch. What was worked out for batches of the same shape is not worked out again.</summary>
    /// <param name="x">The batch.</param>
    /// <exception cref="ShapeException">This layer can't take such an input.</exception>
    protected Shape OutputShapeOf(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return outputShapes.Get(x.Shape, this);
    }

    /// <summary>The layer as messages name it: its place in the model, if it has one, and what it is, such as <c>layer 2, Linear(128, 10)</c>.</summary>
    public string Describe() => Path.Length > 0 ? $"layer {Path}, {this}" : $"{this}";

    /// <summary>A layer that ends a notebook cell shows what it is made of.</summary>
    Table IShownAsTable.ToTable() => ((IShownAsTable)ModelSummary.Of(this)).ToTable();

    /// <summary>Whoever runs a layer has made it a part of itself, or is no layer.</summary>
    private protected void RequireOwn()
    {
        if (running is not null && !ReferenceEquals(Parent, running))
        {
            throw new InvalidOperationException(
                $"{running.Describe()} runs {this}, which is not a part of it, so it would never train. " +
                $"Add it in the constructor: AddLayer(new {GetType().Name}(...)).");
        }
    }

    private Layer? Enter()
    {
        RequireOwn();
        Layer? caller = running;
        running = this;
        return caller;
    }

    private void Visit(Action<Layer> action)
    {
        action(this);
        foreach (Layer child in children)
            child.Visit(action);
    }
}
