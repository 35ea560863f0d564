using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Numbers that a layer keeps from batch to batch and that no gradient changes, such as the running mean of batch normalization.
/// </summary>
public sealed class LayerBuffer
{
    internal LayerBuffer(string name, Tensor value, bool isPersistent, Layer owner)
    {
        Name = name;
        Value = value;
        IsPersistent = isPersistent;
        Owner = owner;
    }

    /// <summary>The name within the layer, such as <c>running_mean</c>.</summary>
    public string Name { get; }

    /// <summary>The numbers. Loading a checkpoint writes into them.</summary>
    public Tensor Value { get; }

    /// <summary>
    /// Whether it belongs to the model, and so into its checkpoint, as the running mean does. One that does not is needed only
    /// to go on with a training run, such as the number of masks that <see cref="Dropout"/> has drawn.
    /// </summary>
    public bool IsPersistent { get; }

    /// <summary>The layer it belongs to.</summary>
    public Layer Owner { get; }

    /// <summary>The name from the model down, as PyTorch writes it: <c>1.running_mean</c>.</summary>
    public string Path => Owner.Path.Length > 0 ? $"{Owner.Path}.{Name}" : Name;

    /// <summary>The path and the shape, such as <c>1.running_mean (channels 16)</c>.</summary>
    public override string ToString() => $"{Path} {Value.Shape}";
}
