using NeuroLab.Layers;
using NeuroLab.Tensors;

namespace NeuroLab.Course.Exercises;

/// <summary>A reader's model, borrowed by a check: it may be trained, and is given back as it was.</summary>
internal static class OnLoan
{
    /// <summary>Runs what a check does with a model, and puts its parameters and buffers back afterwards.</summary>
    /// <param name="model">The reader's model.</param>
    /// <param name="use">What is done with it.</param>
    internal static T Use<T>(Layer model, Func<T> use)
    {
        (Tensor Own, Tensor Copy)[] kept =
        [
            .. model.Parameters.Select(parameter => parameter.Value).Concat(model.Buffers.Select(buffer => buffer.Value)).Select(tensor => (tensor, tensor.Clone())),
        ];
        try
        {
            return use();
        }
        finally
        {
            foreach ((Tensor own, Tensor copy) in kept)
                own.CopyFrom(copy);
            foreach (Parameter parameter in model.Parameters)
                parameter.ZeroGrad();
        }
    }
}
