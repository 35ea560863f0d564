namespace NeuroLab.Tensors;

/// <summary>
/// Lends tensors to be written over: the same one again whenever the same shape is asked for, so that steps allocate nothing.
/// </summary>
/// <remarks>
/// It remembers the last four shapes: the batches of training and of validation, each with the smaller batch at its end.
/// </remarks>
public sealed class Workspace
{
    private readonly Tensor?[] tensors = new Tensor?[4];

    /// <summary>A tensor of the given shape. It holds whatever was written into it last.</summary>
    /// <param name="shape">The shape.</param>
    public Tensor Take(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        for (int i = 0; i < tensors.Length; i++)
        {
            if (tensors[i] is { } tensor && tensor.Shape == shape)
                return MoveToFront(i, tensor);
        }
        return MoveToFront(tensors.Length - 1, new Tensor(shape));
    }

    /// <summary>A tensor of the given sizes. It holds whatever was written into it last.</summary>
    /// <param name="sizes">The size of each axis, outermost first.</param>
    public Tensor Take(params ReadOnlySpan<int> sizes)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            if (tensors[i] is { } tensor && tensor.Shape.HasSizes(sizes))
                return MoveToFront(i, tensor);
        }
        return MoveToFront(tensors.Length - 1, new Tensor(sizes));
    }

    private Tensor MoveToFront(int place, Tensor tensor)
    {
        for (; place > 0; place--)
            tensors[place] = tensors[place - 1];
        return tensors[0] = tensor;
    }
}
