namespace NeuroLab.Layers;

/// <summary>
/// What a layer keeps from batch to batch and no gradient changes: a tensor, such as the running mean of batch normalization, or a
/// counter, such as the number of masks that dropout has drawn.
/// </summary>
/// <typeparam name="T">What it is: a tensor or a counter.</typeparam>
public sealed class LayerBuffer<T>
    where T : class
{
    internal LayerBuffer(string name, T value, bool isPersistent, Layer owner)
    {
        Name = name;
        Value = value;
        IsPersistent = isPersistent;
        Owner = owner;
    }

    /// <summary>The name within the layer, such as <c>running_mean</c>.</summary>
    public string Name { get; }

    /// <summary>The numbers. Loading a checkpoint writes into them.</summary>
    public T Value { get; }

    /// <summary>
    /// Whether it belongs to the model, and so into its checkpoint, as the running mean does. One that does not is needed only
    /// to go on with a training run, such as the number of masks that <see cref="Dropout"/> has drawn.
    /// </summary>
    public bool IsPersistent { get; }

    /// <summary>The layer it belongs to.</summary>
    public Layer Owner { get; }

    /// <summary>The name from the model down, as PyTorch writes it: <c>1.running_mean</c>.</summary>
    public string Path => Owner.Path.Length > 0 ? $"{Owner.Path}.{Name}" : Name;

    /// <summary>The path and the shape or the number, such as <c>1.running_mean (channels 16)</c>.</summary>
    public override string ToString() => Value is Tensors.Tensor tensor ? $"{Path} {tensor.Shape}" : $"{Path} {Value}";
}
