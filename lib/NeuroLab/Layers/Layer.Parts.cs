using System.Globalization;
using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <content>What a layer is made of: parameters, buffers, counters, and other layers.</content>
public abstract partial class Layer
{
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
        string unique = name ?? children.Count.ToString(CultureInfo.InvariantCulture);
        if (children.Exists(child => child.nameInParent == unique))
            throw new ArgumentException($"{Describe()} already has a layer named '{unique}': give this one another name.", nameof(name));
        layer.Parent = this;
        layer.nameInParent = unique;
        children.Add(layer);
        return layer;
    }

    private void RequireFreeName(string name)
    {
        if (ownParameters.Exists(parameter => parameter.Name == name) || ownBuffers.Exists(buffer => buffer.Name == name) || ownCounters.Exists(counter => counter.Name == name))
            throw new ArgumentException($"{this} already has a parameter, buffer or counter named '{name}': give this one another name.", nameof(name));
    }
}
