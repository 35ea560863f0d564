using NeuroLab.Display;
using NeuroLab.Inspection;
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
public abstract class Layer : IShownAsTable
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

    /// <summary>Makes a parameter part of this layer. What is added here trains; what is not, does not.</summary>
    /// <param name="name">Its name within the layer, such as <c>weight</c>.</param>
    /// <param name="value">Its starting value.</param>
    /// <exception cref="ArgumentException">The layer already has a parameter of that name.</exception>
    protected Parameter AddParameter(string name, Tensor value)
    {
        RequireFreeName(name);
        Parameter added = new(name, value) { Owner = this };
        ownParameters.Add(added);
        return added;
    }

    /// <summary>Makes a buffer part of this layer, so that it is saved with the model.</summary>
    /// <param name="name">Its name within the layer, such as <c>running_mean</c>.</param>
    /// <param name="value">Its starting value.</param>
    /// <param name="persistent">See <see cref="LayerBuffer{T}.IsPersistent"/>.</param>
    /// <returns>The tensor given.</returns>
    /// <exception cref="ArgumentException">The layer already has a parameter or buffer of that name.</exception>
    protected Tensor AddBuffer(string name, Tensor value, bool persistent = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        RequireFreeName(name);
        ownBuffers.Add(new LayerBuffer<Tensor>(name, value, persistent, this));
        return value;
    }

    /// <summary>Makes a counter part of this layer, starting at 0, so that it is saved with the model.</summary>
    /// <param name="name">Its name within the layer, such as <c>num_batches_tracked</c>.</param>
    /// <param name="persistent">See <see cref="LayerBuffer{T}.IsPersistent"/>.</param>
    /// <exception cref="ArgumentException">The layer already has a parameter, buffer or counter of that name.</exception>
    protected Counter AddCounter(string name, bool persistent = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        RequireFreeName(name);
        Counter counter = new();
        ownCounters.Add(new LayerBuffer<Counter>(name, counter, persistent, this));
        return counter;
    }

    /// <summary>Makes a layer part of this one, so that its parameters train and it is saved with the model.</summary>
    /// <param name="layer">The layer to add.</param>
    /// <param name="name">Its name within this layer; its number, counted from 0, where none is given.</param>
    /// <returns>The same layer.</returns>
    /// <exception cref="ArgumentException">The layer is already part of a model, or the name is taken.</exception>
    protected T AddLayer<T>(T layer, string? name = null)
        where T : Layer
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layer.Parent is not null)
            throw new ArgumentException($"{layer} is already part of {layer.Parent.Describe()}. A layer belongs to one model and appears in it once: make a second layer instead.", nameof(layer));
        for (Layer? above = this; above is not null; above = above.Parent)
        {
            if (ReferenceEquals(above, layer))
                throw new ArgumentException($"{layer} can't be a part of itself.", nameof(layer));
        }
        string unique = name ?? children.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (children.Exists(child => child.nameInParent == unique))
            throw new ArgumentException($"{Describe()} already has a layer named '{unique}': give this one another name.", nameof(name));
        layer.Parent = this;
        layer.nameInParent = unique;
        children.Add(layer);
        return layer;
    }

    /// <summary>The layer as messages name it: its place in the model, if it has one, and what it is, such as <c>layer 2, Linear(128, 10)</c>.</summary>
    public string Describe() => Path.Length > 0 ? $"layer {Path}, {this}" : $"{this}";

    /// <summary>A layer that ends a notebook cell shows what it is made of.</summary>
    Table IShownAsTable.ToTable() => ((IShownAsTable)ModelSummary.Of(this)).ToTable();

    private void RequireFreeName(string name)
    {
        if (ownParameters.Exists(parameter => parameter.Name == name) || ownBuffers.Exists(buffer => buffer.Name == name) || ownCounters.Exists(counter => counter.Name == name))
            throw new ArgumentException($"{this} already has a parameter, buffer or counter named '{name}': give this one another name.", nameof(name));
    }

    private Layer? Enter()
    {
        Layer? caller = running;
        if (caller is not null && !ReferenceEquals(Parent, caller))
        {
            throw new InvalidOperationException(
                $"{caller.Describe()} runs {this}, which is not a part of it, so it would never train. " +
                $"Add it in the constructor: AddLayer(new {GetType().Name}(...)).");
        }
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
