using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Training;

/// <summary>A tensor that a checkpoint keeps, and its name there.</summary>
/// <param name="Name">The name, such as <c>0.weight</c>.</param>
/// <param name="Tensor">The numbers. Loading writes into them.</param>
internal readonly record struct NamedTensor(string Name, Tensor Tensor)
{
    /// <summary>What belongs to a model, under PyTorch's names.</summary>
    internal static List<NamedTensor> OfModel(Layer model) =>
    [
        .. model.Parameters.Select(parameter => new NamedTensor(parameter.Path, parameter.Value)),
        .. model.Buffers.Where(buffer => buffer.IsPersistent).Select(buffer => new NamedTensor(buffer.Path, buffer.Value)),
    ];

    public override string ToString() => $"{Name} {Tensor.Shape}";
}
