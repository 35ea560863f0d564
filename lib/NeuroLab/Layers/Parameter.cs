using NeuroLab.Tensors;

namespace NeuroLab.Layers;

/// <summary>
/// Numbers that training changes: a name, a value, and the gradient of the loss with respect to that value.
/// </summary>
public sealed class Parameter
{
    /// <summary>A parameter with a gradient of zeros.</summary>
    /// <param name="name">Its name within its layer, such as <c>weight</c>.</param>
    /// <param name="value">Its value. The axis names of its shape say what the axes stand for, such as (out, in).</param>
    public Parameter(string name, Tensor value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        Name = name;
        Value = value;
        value.RequiresGrad = true;
    }

    /// <summary>The name within the layer, such as <c>weight</c>.</summary>
    public string Name { get; }

    /// <summary>The value. Optimizers and initializers write into it.</summary>
    public Tensor Value { get; }

    /// <summary>
    /// d loss / d value, in the shape of the value, 0 where no loss went back yet. Each backward pass adds to it, so that a batch can be
    /// worked through in parts; <see cref="ZeroGrad"/> starts again from zero.
    /// </summary>
    public Tensor Gradient => Value.GradientOrZero();

    /// <summary>Whether it trains. One that does not is frozen: no gradient is worked out for it, and optimizers leave it as it is.</summary>
    public bool RequiresGrad
    {
        get => Value.RequiresGrad;
        set => Value.RequiresGrad = value;
    }

    /// <summary>The shape of the value and of the gradient, with axis names.</summary>
    public Shape Shape => Value.Shape;

    /// <summary>The layer it belongs to, or null while it belongs to none.</summary>
    public Layer? Owner { get; internal set; }

    /// <summary>The name from the model down, as PyTorch writes it: <c>0.weight</c> for the weight of a model's first layer.</summary>
    public string Path => Owner is { Path.Length: > 0 } owner ? $"{owner.Path}.{Name}" : Name;

    /// <summary>Sets the gradient to zero.</summary>
    public void ZeroGrad() => Value.ZeroGrad();

    /// <summary>The path and the shape, such as <c>0.weight (out 256, in 784)</c>.</summary>
    public override string ToString() => $"{Path} {Shape}";
}
